package org.asterism.ostd.riscv;

import org.asterism.ostd.arch.SerialPort;

/** The firmware's console, which can only be written to: for machines without a serial port of ours, to say so. */
final class FirmwareConsole extends SerialPort {
    @Override
    public boolean isPresent() {
        return true;
    }

    @Override
    public void write(byte[] from, int at, int length) {
        for (int i = at; i < at + length; i++) {
            Firmware.putCharacter(from[i]);
        }
    }

    @Override
    public void writeByte(int value) {
        Firmware.putCharacter(value);
    }

    @Override
    public int read(byte[] into, int at, int length) {
        return 0;
    }

    @Override
    public boolean takeInputSignal() {
        return false;
    }
}
