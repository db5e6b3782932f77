package org.asterism.ostd.x86;

import org.asterism.ostd.bare.RootTranslation;

/** CR3 and the TLB. */
final class X86AddressTranslation extends RootTranslation {
    X86AddressTranslation(long kernelRoot, long kernelRootAddress) {
        super(kernelRoot, kernelRootAddress);
    }

    @Override
    protected void follow(long root) {
        Cpu.writeCr3(root);
    }
}
