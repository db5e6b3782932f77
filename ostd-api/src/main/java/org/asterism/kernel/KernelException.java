package org.asterism.kernel;

import org.asterism.kernel.abi.Errno;

/**
 * An expected error, on its way to the system call boundary.
 *
 * <p>There is one preallocated, stackless instance for each {@link Errno}: throwing costs neither memory nor a stack walk. Bugs are unchecked
 * exceptions instead.
 */
public final class KernelException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final KernelException[] INSTANCES = instances();

    private final transient Errno errno;

    private KernelException(Errno errno) {
        super(errno.name(), null, false, false);
        this.errno = errno;
    }

    /**
     * The exception of an error number.
     *
     * @param errno which
     * @return always the same instance
     */
    public static KernelException of(Errno errno) {
        return INSTANCES[errno.ordinal()];
    }

    /**
     * The error number.
     *
     * @return never null
     */
    public Errno errno() {
        return errno;
    }

    private static KernelException[] instances() {
        Errno[] all = Errno.values();
        KernelException[] made = new KernelException[all.length];
        for (int i = 0; i < all.length; i++) {
            made[i] = new KernelException(all[i]);
        }
        return made;
    }
}
