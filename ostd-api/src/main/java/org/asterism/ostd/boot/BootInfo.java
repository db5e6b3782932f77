package org.asterism.ostd.boot;

import java.util.Objects;
import org.asterism.ostd.spi.Ostd;

/** What the boot loader handed over. */
public final class BootInfo {
    private BootInfo() {
    }

    /**
     * The kernel command line.
     *
     * @return never null
     */
    public static String commandLine() {
        return Ostd.machine().platform().commandLine();
    }

    /**
     * One option of the command line.
     *
     * @param key the part before {@code =}
     * @return the part after it; empty if the word stands alone; null if it is absent. The last one wins.
     */
    public static String option(String key) {
        String found = null;
        String line = commandLine();
        int at = 0;
        while (at < line.length()) {
            int end = line.indexOf(' ', at);
            if (end < 0) {
                end = line.length();
            }
            String word = line.substring(at, end);
            if (word.equals(key)) {
                found = "";
            } else if (word.length() > key.length() && word.startsWith(key) && word.charAt(key.length()) == '=') {
                found = word.substring(key.length() + 1);
            }
            at = end + 1;
        }
        return found;
    }

    /**
     * Size of the initial ram disk.
     *
     * @return bytes, 0 if there is none or it was released
     */
    public static long initialRamDiskSize() {
        return Ostd.machine().platform().initialRamDiskSize();
    }

    /**
     * Copies out of the initial ram disk.
     *
     * @param position the first byte
     * @param into where to put the bytes
     * @param at index of the first byte in {@code into}
     * @param length how many
     * @throws IndexOutOfBoundsException if a range is outside the disk or array
     */
    public static void readInitialRamDisk(long position, byte[] into, int at, int length) {
        Objects.checkFromIndexSize(position, length, initialRamDiskSize());
        Objects.checkFromIndexSize(at, length, into.length);
        Ostd.machine().platform().readInitialRamDisk(position, into, at, length);
    }

    /** Gives the memory of the initial ram disk back; its size is 0 afterwards. */
    public static void releaseInitialRamDisk() {
        Ostd.machine().platform().releaseInitialRamDisk();
    }

    /**
     * Name of the architecture as uname(2) tells it.
     *
     * @return {@code x86_64} or {@code riscv64}
     */
    public static String architecture() {
        return Ostd.machine().platform().architecture();
    }
}
