package org.asterism.ostd.bare;

import org.asterism.ostd.arch.UserCopy;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AssemblySymbol;

/** The copy routines of {@code usercopy.S}: user pages are reachable only inside them, and a fault there goes on where their table says. */
public final class UserCopyRoutines extends UserCopy {
    private static final int RECOVERY_BYTES = 24;

    /** The routines of the machine. */
    public UserCopyRoutines() {}

    @Override
    public long fromUser(long user, long kernel, long bytes) {
        return copyUser(kernel, user, bytes);
    }

    @Override
    public long toUser(long kernel, long user, long bytes) {
        return copyUser(user, kernel, bytes);
    }

    @Override
    public long clear(long user, long bytes) {
        return clearUser(user, bytes);
    }

    @Override
    public long loadInt(long user) {
        return loadUserInt(user);
    }

    @Override
    public long compareExchangeInt(long user, int expected, int value) {
        return exchangeUserInt(user, expected, value);
    }

    /**
     * Reads a word where nothing may answer.
     *
     * @param address mapped, a multiple of 4
     * @return its 32 bits, negative if the access failed
     */
    public static long probe(long address) {
        return loadUserInt(address);
    }

    /**
     * Where a routine goes on that met a fault.
     *
     * @param instruction that faulted
     * @return an address of code; 0 if the instruction is not one that may fault
     */
    public static long recovery(long instruction) {
        for (long entry = ImageSymbols.recoveryStart(); entry < ImageSymbols.recoveryEnd(); entry += RECOVERY_BYTES) {
            if (instruction >= Address.loadLong(entry) && instruction < Address.loadLong(entry + 8)) {
                return Address.loadLong(entry + 16);
            }
        }
        return 0;
    }

    @AssemblySymbol("ostd_copy_user")
    private static native long copyUser(long to, long from, long bytes);

    @AssemblySymbol("ostd_clear_user")
    private static native long clearUser(long to, long bytes);

    @AssemblySymbol("ostd_load_user_int")
    private static native long loadUserInt(long address);

    @AssemblySymbol("ostd_exchange_user_int")
    private static native long exchangeUserInt(long address, int expected, int value);
}
