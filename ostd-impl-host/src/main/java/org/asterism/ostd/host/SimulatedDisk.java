package org.asterism.ostd.host;

import java.util.Arrays;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.PlatformIdentity;
import org.asterism.ostd.spi.MemoryWindow;
import org.asterism.ostd.time.Clock;
import org.asterism.ostd.time.Timer;

/**
 * A disk behind registers, one sector at a time: no hardware has it, any machine can. The number of a sector is written to {@link #SECTOR}, its bytes to
 * {@link #BUFFER}, then a command to {@link #COMMAND}; {@link #STATUS} is {@link #BUSY} for a while, and an interrupt tells that it is no longer. A
 * reset in between drops the command without effect. Little-endian.
 */
public final class SimulatedDisk extends SimulatedDevice {
    /** What drivers match. */
    public static final String COMPATIBLE = "asterism,register-disk";
    /** 8 bytes: the sector that the next command is about. */
    public static final int SECTOR = 0;
    /** 4 bytes: a store starts {@link #READ} or {@link #WRITE}. */
    public static final int COMMAND = 8;
    /** 4 bytes, to be read: {@link #IDLE}, {@link #BUSY}, {@link #DONE} or {@link #FAILED}. */
    public static final int STATUS = 12;
    /** 8 bytes, to be read: how many sectors there are. */
    public static final int CAPACITY = 16;
    /** 512 bytes: the sector read, or to be written. */
    public static final int BUFFER = 512;
    /** Command: the sector into the buffer. */
    public static final int READ = 1;
    /** Command: the buffer into the sector. */
    public static final int WRITE = 2;
    /** Status after power-on and reset. */
    public static final int IDLE = 0;
    /** Status while a command is carried out. */
    public static final int BUSY = 1;
    /** Status after a command. */
    public static final int DONE = 2;
    /** Status after a command that made no sense. */
    public static final int FAILED = 3;

    private static final int SECTOR_BYTES = 512;
    private static final int WINDOW_BYTES = 1024;

    private final String location;
    private final byte[] medium;
    private final long latencyNanos;
    private final byte[] buffer = new byte[SECTOR_BYTES];
    private final Registers registers = new Registers();
    private final Timer completion = new Timer(now -> complete());
    private long sector;
    private int command;
    private int status;

    /**
     * A disk of zeroes.
     *
     * @param location unique in its machine
     * @param sectors its size
     * @param latencyNanos how long a command takes
     */
    public SimulatedDisk(String location, int sectors, long latencyNanos) {
        this.location = location;
        this.medium = new byte[Math.multiplyExact(sectors, SECTOR_BYTES)];
        this.latencyNanos = latencyNanos;
    }

    @Override
    public DeviceIdentity identity() {
        return new PlatformIdentity(location, COMPATIBLE);
    }

    /**
     * Reads the medium behind the driver's back.
     *
     * @param number of the sector
     * @return its bytes, copied
     */
    public byte[] sector(int number) {
        return Arrays.copyOfRange(medium, number * SECTOR_BYTES, (number + 1) * SECTOR_BYTES);
    }

    private void start(int wanted) {
        // a command while another is carried out is not heard
        if (status != BUSY) {
            command = wanted;
            status = BUSY;
            completion.arm(Clock.monotonicNanos() + latencyNanos);
        }
    }

    /** The end of a command; in atomic context. */
    private void complete() {
        if (status != BUSY) {
            return;
        }
        boolean sound = sector >= 0 && sector < medium.length / SECTOR_BYTES && (command == READ || command == WRITE);
        if (sound && command == READ) {
            System.arraycopy(medium, (int) sector * SECTOR_BYTES, buffer, 0, SECTOR_BYTES);
        } else if (sound) {
            System.arraycopy(buffer, 0, medium, (int) sector * SECTOR_BYTES, SECTOR_BYTES);
        }
        status = sound ? DONE : FAILED;
        interrupt();
    }

    /** The registers, as a driver reaches them. */
    private final class Registers implements MemoryWindow {
        @Override
        public long length() {
            return WINDOW_BYTES;
        }

        @Override
        public long read(long offset, int bytes) {
            if (offset >= BUFFER) {
                long value = 0;
                for (int i = bytes - 1; i >= 0; i--) {
                    value = value << Byte.SIZE | buffer[(int) offset - BUFFER + i] & 0xFF;
                }
                return value;
            }
            return switch ((int) offset) {
                case SECTOR -> sector;
                case STATUS -> status;
                case CAPACITY -> medium.length / SECTOR_BYTES;
                default -> 0;
            };
        }

        @Override
        public void write(long offset, int bytes, long value) {
            if (offset >= BUFFER) {
                for (int i = 0; i < bytes; i++) {
                    buffer[(int) offset - BUFFER + i] = (byte) (value >> Byte.SIZE * i);
                }
            } else if (offset == SECTOR) {
                sector = value;
            } else if (offset == COMMAND) {
                start((int) value);
            }
        }
    }

    @Override
    protected MemoryWindow registers() {
        return registers;
    }

    @Override
    protected void forget() {
        completion.cancel();
        status = IDLE;
    }
}
