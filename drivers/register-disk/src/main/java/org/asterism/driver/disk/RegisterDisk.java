package org.asterism.driver.disk;

import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.block.BlockDevice;
import org.asterism.kernel.block.BlockRequest;
import org.asterism.ostd.bus.DriverInstance;
import org.asterism.ostd.bus.RequestQueue;
import org.asterism.ostd.io.IoMem;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.task.TaskOptions;

/** One disk in operation: a task takes requests and carries them out, a sector at a time. Asked to rest, it leaves what it is at for the next driver. */
final class RegisterDisk implements DriverInstance {
    /** 8 bytes: how many sectors there are. */
    static final int CAPACITY = 16;

    private static final int SECTOR = 0;
    private static final int COMMAND = 8;
    private static final int STATUS = 12;
    private static final int BUFFER = 512;
    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int BUSY = 1;
    private static final int DONE = 2;

    private final String location;
    private final IoMem registers;
    private final RequestQueue<BlockRequest> queue;
    private final WaitQueue waiters = new WaitQueue();
    private volatile boolean resting;
    private volatile boolean ended;

    RegisterDisk(String location, IoMem registers, RequestQueue<BlockRequest> queue) {
        this.location = location;
        this.registers = registers;
        this.queue = queue;
    }

    void start() {
        TaskOptions.of(this::serve).name("disk " + location).spawn();
    }

    void interrupted() {
        waiters.wakeAll();
    }

    private void serve() {
        try {
            for (BlockRequest request = queue.take(); request != null; request = queue.take()) {
                boolean sound = carryOut(request);
                if (!resting && queue.finish(request)) {
                    request.end(sound ? null : Errno.EIO);
                }
            }
        } finally {
            ended = true;
            waiters.wakeAll();
        }
    }

    /** Whether all sectors were moved; if the driver must rest, it does not matter. */
    private boolean carryOut(BlockRequest request) {
        boolean sound = true;
        for (int i = 0; i < request.sectorCount() && sound && !resting; i++) {
            int at = request.offset() + i * BlockDevice.SECTOR_BYTES;
            sound = request.operation() == BlockRequest.Operation.READ
                    ? read(request.sector() + i, request.bytes(), at)
                    : write(request.sector() + i, request.bytes(), at);
        }
        return sound;
    }

    private boolean read(long sector, byte[] into, int at) {
        boolean sound = command(sector, READ);
        for (int i = 0; i < BlockDevice.SECTOR_BYTES && sound; i++) {
            into[at + i] = (byte) registers.read8(BUFFER + i);
        }
        return sound;
    }

    private boolean write(long sector, byte[] from, int at) {
        for (int i = 0; i < BlockDevice.SECTOR_BYTES; i++) {
            registers.write8(BUFFER + i, from[at + i]);
        }
        return command(sector, WRITE);
    }

    private boolean command(long sector, int command) {
        registers.write64(SECTOR, sector);
        registers.write32(COMMAND, command);
        waiters.await(() -> resting || registers.read32(STATUS) != BUSY);
        return !resting && registers.read32(STATUS) == DONE;
    }

    @Override
    public void quiesce() {
        resting = true;
        waiters.wakeAll();
        waiters.await(() -> ended);
    }
}
