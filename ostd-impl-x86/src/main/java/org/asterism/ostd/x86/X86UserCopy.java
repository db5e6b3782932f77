package org.asterism.ostd.x86;

import org.asterism.ostd.arch.UserCopy;

/** The copy routines of {@code usercopy.S}: user pages are reachable only between their {@code stac} and {@code clac}. */
final class X86UserCopy extends UserCopy {
    @Override
    public long fromUser(long user, long kernel, long bytes) {
        return Cpu.copyUser(kernel, user, bytes);
    }

    @Override
    public long toUser(long kernel, long user, long bytes) {
        return Cpu.copyUser(user, kernel, bytes);
    }

    @Override
    public long clear(long user, long bytes) {
        return Cpu.clearUser(user, bytes);
    }

    @Override
    public long loadInt(long user) {
        return Cpu.loadUserInt(user);
    }

    @Override
    public long compareExchangeInt(long user, int expected, int value) {
        return Cpu.exchangeUserInt(user, expected, value);
    }
}
