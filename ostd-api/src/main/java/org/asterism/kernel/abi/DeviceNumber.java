package org.asterism.kernel.abi;

/** Device numbers as stat(2) holds them: 32 bits with the major in 8–19 and the minor around it. Source: makedev(3), kdev_t.h. */
public final class DeviceNumber {
    private DeviceNumber() {
    }

    /**
     * Composes a number.
     *
     * @param major from 0 to 4095
     * @param minor from 0 to 2^20 − 1
     * @return the 32-bit encoding
     */
    public static int of(int major, int minor) {
        return minor & 0xff | (major & 0xfff) << 8 | (minor & 0xfff00) << 12;
    }

    /**
     * The driver's number.
     *
     * @param device the 32-bit encoding
     * @return from 0 to 4095
     */
    public static int major(int device) {
        return device >>> 8 & 0xfff;
    }

    /**
     * The number within the driver.
     *
     * @param device the 32-bit encoding
     * @return from 0 to 2^20 − 1
     */
    public static int minor(int device) {
        return device & 0xff | device >>> 12 & 0xfff00;
    }
}
