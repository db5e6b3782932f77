package org.asterism.service.fs.initramfs;

import org.asterism.kernel.abi.DeviceNumber;
import org.asterism.service.fs.path.Latin1;

/** Reads one archive in newc format from a byte source: headers, and the data after each. */
final class CpioReader {
    private static final String TRAILER = "TRAILER!!!";
    private static final int HEADER_BYTES = 110;
    private static final int MAX_NAME = 4096;

    private final ByteSource source;
    private final byte[] header = new byte[HEADER_BYTES];
    private long taken;
    private long dataLeft;
    private String problem;

    CpioReader(ByteSource source) {
        this.source = source;
    }

    /** What is wrong with the archive; null if nothing is. */
    String problem() {
        return problem;
    }

    /** The next header; null at the end of the archive or at an error. */
    CpioEntry next() {
        skip(dataLeft);
        skip(-taken & 3);
        if (take(header, HEADER_BYTES) < HEADER_BYTES) {
            return fail("the archive ends without " + TRAILER);
        }
        String magic = Latin1.decode(header, 0, 6);
        if (!magic.equals("070701") && !magic.equals("070702")) {
            return fail("header at " + (taken - HEADER_BYTES) + " begins with '" + magic + "'; make the archive with cpio -H newc");
        }
        int nameLength = (int) field(11);
        if (nameLength < 1 || nameLength > MAX_NAME) {
            return fail("a name of " + nameLength + " bytes");
        }
        byte[] name = new byte[nameLength];
        take(name, nameLength);
        skip(-taken & 3);
        String path = Latin1.decode(name, 0, nameLength - 1);
        if (path.equals(TRAILER)) {
            return null;
        }
        dataLeft = field(6);
        return new CpioEntry(path, field(0), DeviceNumber.of((int) field(7), (int) field(8)), (int) field(1), (int) field(2),
                (int) field(3), (int) field(4), field(5), dataLeft, DeviceNumber.of((int) field(9), (int) field(10)));
    }

    /** Data of the last entry; 0 when all were taken. */
    int readData(byte[] into) {
        int count = take(into, (int) Math.min(into.length, dataLeft));
        dataLeft -= count;
        if (count == 0 && dataLeft > 0) {
            fail("the archive ends within a file");
            dataLeft = 0;
        }
        return count;
    }

    private int take(byte[] into, int length) {
        int count = source.read(into, 0, length);
        taken += count;
        return count;
    }

    private void skip(long length) {
        for (long i = 0; i < length; i++) {
            source.next();
        }
        taken += length;
        dataLeft = 0;
    }

    private long field(int index) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            int digit = Character.digit((char) header[6 + index * 8 + i], 16);
            value = value << 4 | Math.max(0, digit);
        }
        return value;
    }

    private CpioEntry fail(String what) {
        problem = what;
        return null;
    }
}
