package org.asterism.ostd.linux;

import org.asterism.ostd.runtime.Abort;
import org.asterism.ostd.unsafe.Address;

/** Reports on standard error, and ends the process with status 134, as a process killed by SIGABRT appears to a shell. */
final class LinuxAbort extends Abort {
    private static final int STATUS = 134;

    @Override
    protected void stop(String reason, long value) {
        long buffer = Scratch.address() + Scratch.BUFFER;
        int length = 0;
        for (int i = 0; i < reason.length() && length < Scratch.BUFFER_BYTES - 32; i++) {
            Address.storeByte(buffer + length++, (byte) reason.charAt(i));
        }
        Address.storeByte(buffer + length++, (byte) ' ');
        for (int shift = 60; shift >= 0; shift -= 4) {
            Address.storeByte(buffer + length++, (byte) "0123456789abcdef".charAt((int) (value >>> shift & 15)));
        }
        Address.storeByte(buffer + length++, (byte) '\n');
        LinuxSystemCalls.write(2, buffer, length);
        LinuxSystemCalls.exit(STATUS);
    }
}
