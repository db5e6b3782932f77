package org.asterism.aot.emit;

import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;

/** Identity of what virtual dispatch selects by: the signature, and the package for package-private methods. */
final class Selectors {
    private Selectors() {
    }

    static String key(JavaMethod declaration) {
        if (declaration.is(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) {
            return declaration.signature();
        }
        return declaration.signature() + "@" + declaration.owner().bundle() + "/" + declaration.owner().packageName();
    }
}
