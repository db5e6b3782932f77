package org.asterism.ostd.failure;

/** The processor refused an instruction of the kernel. Code that the compiler made of safe Java never causes it. */
public final class KernelFault extends VirtualMachineError {
    private static final long serialVersionUID = 1L;

    /**
     * A fault.
     *
     * @param message the exception, its address and error code, decoded
     */
    public KernelFault(String message) {
        super(message);
    }
}
