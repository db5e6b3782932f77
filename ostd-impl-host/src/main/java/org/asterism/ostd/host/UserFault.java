package org.asterism.ostd.host;

import org.asterism.ostd.user.UserException;

/** Leaves a simulated instruction that cannot complete. */
final class UserFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient UserException kind;
    final long address;
    final int access;

    UserFault(UserException kind, long address, int access) {
        super(kind + " at 0x" + Long.toHexString(address), null, false, false);
        this.kind = kind;
        this.address = address;
        this.access = access;
    }
}
