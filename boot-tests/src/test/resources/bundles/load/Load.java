package org.example.load;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.block.BlockDevice;
import org.asterism.kernel.block.BlockDevices;
import org.asterism.kernel.block.BlockRequest;
import org.asterism.ostd.task.TaskOptions;

/** Tasks that write and read a disk, each in a part of its own, and know what must be where. Commands: begin, progress, end. */
public final class Load {
    private static final int TASKS = 4;
    private static final int SLOTS = 16;
    private static final int SLOT_SECTORS = 4;
    private static final int SLOT_BYTES = SLOT_SECTORS * BlockDevice.SECTOR_BYTES;
    private static final int PROGRESS = 40;
    private static final long PAUSE_NANOS = 1_000_000;
    /** Two minutes, after which what is waited for will never be. */
    private static final int MOST_PAUSES = 120_000;

    private final BlockDevices disks;
    private final AtomicLong transfers = new AtomicLong();
    private final AtomicInteger running = new AtomicInteger();
    private volatile BlockDevice disk;
    private volatile boolean ending;
    private volatile String failure;

    public Load(BlockDevices disks) {
        this.disks = disks;
    }

    public String begin(String name) {
        for (BlockDevice known : disks.all()) {
            disk = known.name().equals(name) ? known : disk;
        }
        check(disk != null, "there is no disk " + name);
        for (int i = 0; i < TASKS; i++) {
            int task = i;
            running.incrementAndGet();
            TaskOptions.of(() -> run(task)).name("load " + task).spawn();
        }
        return "began";
    }

    /** Waits until some more transfers have been made: the disk works. */
    public String progress() {
        long goal = transfers.get() + PROGRESS;
        for (int i = 0; i < MOST_PAUSES && transfers.get() < goal && failure == null; i++) {
            pause();
        }
        check(transfers.get() >= goal, "no progress: " + transfers + " transfers in all");
        return transfers + " transfers";
    }

    public String end() {
        ending = true;
        for (int i = 0; i < MOST_PAUSES && running.get() > 0; i++) {
            pause();
        }
        check(running.get() == 0, running + " tasks wait for the disk for ever");
        return transfers + " transfers, all as written";
    }

    /** Commands run on the shell's thread, which is no task, and a bundle may not put a thread to sleep. */
    private static void pause() {
        long end = System.nanoTime() + PAUSE_NANOS;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private void check(boolean holds, String otherwise) {
        if (failure != null || !holds) {
            throw new IllegalStateException(failure != null ? failure : otherwise);
        }
    }

    private void run(int task) {
        try {
            int[] generations = new int[SLOTS];
            Random random = new Random(task);
            while (!ending) {
                int slot = random.nextInt(SLOTS);
                int other = (slot + 1) % SLOTS;
                generations[slot]++;
                // a write and a read at a time, so that requests queue up
                BlockRequest write = disk.submit(BlockRequest.Operation.WRITE, sector(task, slot), SLOT_SECTORS, bytes(task, slot, generations[slot]), 0);
                verify(disk, task, other, generations[other]);
                write.await();
                transfers.addAndGet(2);
            }
            for (int slot = 0; slot < SLOTS; slot++) {
                verify(disk, task, slot, generations[slot]);
            }
        } catch (KernelException | RuntimeException e) {
            failure = "task " + task + ": " + e;
        } finally {
            running.decrementAndGet();
        }
    }

    private void verify(BlockDevice disk, int task, int slot, int generation) throws KernelException {
        byte[] read = new byte[SLOT_BYTES];
        disk.read(sector(task, slot), read, 0, SLOT_SECTORS);
        byte[] expected = generation == 0 ? new byte[SLOT_BYTES] : bytes(task, slot, generation);
        if (!Arrays.equals(read, expected)) {
            throw new IllegalStateException("slot " + slot + " does not hold what generation " + generation + " wrote, first difference at "
                    + Arrays.mismatch(read, expected));
        }
    }

    private static long sector(int task, int slot) {
        return (long) (task * SLOTS + slot) * SLOT_SECTORS;
    }

    private static byte[] bytes(int task, int slot, int generation) {
        byte[] bytes = new byte[SLOT_BYTES];
        new Random(((long) task << 40) + ((long) slot << 32) + generation).nextBytes(bytes);
        return bytes;
    }
}
