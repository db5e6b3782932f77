package org.asterism.ostd.x86.suite;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.task.Preemption;

/** Frames, address spaces and user-memory access on the real page tables. */
final class MemoryChecks {
    private static final long BASE = 0x4000_0000;
    private static final int READ_WRITE = Protection.READ | Protection.WRITE;

    private MemoryChecks() {}

    static void run() {
        MachineSuite.check("user memory faults in on demand", MemoryChecks::faultsIn);
        MachineSuite.check("faults that nobody resolves end a copy", MemoryChecks::unresolvedFault);
        MachineSuite.check("copies in atomic context stop at a fault", MemoryChecks::atomicCopy);
        MachineSuite.check("addresses of the kernel are never copied", MemoryChecks::kernelAddresses);
        MachineSuite.check("read-only pages are not written", MemoryChecks::readOnly);
        MachineSuite.check("tables move bytes to and from user memory", MemoryChecks::tables);
        MachineSuite.check("futex words compare and exchange", MemoryChecks::futexWords);
        MachineSuite.check("exhausted frames throw and come back", MemoryChecks::exhaustion);
        MachineSuite.check("exhausted heap throws and comes back", MemoryChecks::heapExhaustion);
        MachineSuite.check("20,000 forks leave no frame behind", MemoryChecks::forks);
    }

    /** A space that gives zeroed pages where it is touched, active while a body runs. */
    private static void inSpace(Body body) {
        VmSpace[] space = new VmSpace[1];
        space[0] = VmSpace.create((address, access) -> address < BASE + (1 << 20)
                && space[0].mapZeroed(PageSize.floor(address), READ_WRITE));
        space[0].activate();
        try {
            body.run(space[0]);
        } finally {
            VmSpace.deactivate();
            space[0].close();
        }
    }

    /** What runs in a space. */
    @FunctionalInterface
    private interface Body {
        void run(VmSpace space);
    }

    private static void faultsIn() {
        inSpace(space -> {
            byte[] bytes = new byte[10_000];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (i * 7);
            }
            MachineSuite.expect(bytes.length, UserMemory.write(BASE + 100, bytes, 0, bytes.length), "written");
            byte[] back = new byte[bytes.length];
            MachineSuite.expect(back.length, UserMemory.read(BASE + 100, back, 0, back.length), "read");
            for (int i = 0; i < bytes.length; i++) {
                MachineSuite.expect(bytes[i], back[i], "byte " + i);
            }
            MachineSuite.expect(3, space.residentPages(), "resident pages");
        });
    }

    private static void unresolvedFault() {
        inSpace(space -> {
            long end = BASE + (1 << 20);
            MachineSuite.expect(96, UserMemory.write(end - 96, new byte[200], 0, 200), "written up to the end");
            MachineSuite.expect(-1, UserMemory.loadInt(end), "word past the end");
            MachineSuite.expect(96, UserMemory.clear(end - 96, 4096), "cleared up to the end");
        });
    }

    private static void atomicCopy() {
        inSpace(space -> {
            try (var held = Preemption.disable()) {
                MachineSuite.expect(0, UserMemory.write(BASE, new byte[10], 0, 10), "written in atomic context");
            }
            UserMemory.clear(BASE, 10);
            try (var held = Preemption.disable()) {
                MachineSuite.expect(10, UserMemory.write(BASE, new byte[10], 0, 10), "written to a present page");
            }
        });
    }

    private static void kernelAddresses() {
        inSpace(space -> {
            long[] bad = {0, 0x1000, 0x7fff_ffff_f000L, 0x8000_0000_0000L, 0xffff_8000_0000_0000L, 0xffff_ffff_8020_0000L, -8};
            for (long address : bad) {
                MachineSuite.expect(0, UserMemory.read(address, new byte[8], 0, 8), "read from " + Long.toHexString(address));
                MachineSuite.expect(0, UserMemory.write(address, new byte[8], 0, 8), "written to " + Long.toHexString(address));
            }
        });
    }

    private static void readOnly() {
        inSpace(space -> {
            space.mapZeroed(BASE, Protection.READ);
            MachineSuite.expect(0, UserMemory.write(BASE, new byte[8], 0, 8), "written to a read-only page");
            MachineSuite.expect(8, UserMemory.read(BASE, new byte[8], 0, 8), "read from it");
            space.protect(BASE, 4096, Protection.NONE);
            MachineSuite.expect(0, UserMemory.read(BASE, new byte[8], 0, 8), "read from a page without rights");
        });
    }

    private static void tables() {
        inSpace(space -> {
            try (FrameTable table = FrameTable.create()) {
                byte[] bytes = new byte[9000];
                bytes[8999] = 42;
                table.write(500, bytes, 0, bytes.length);
                space.mapShared(BASE + 0x8000, table, 2, READ_WRITE);
                byte[] seen = new byte[1];
                UserMemory.read(BASE + 0x8000 + 500 + 8999 - 8192, seen, 0, 1);
                MachineSuite.expect(42, seen[0], "byte through the shared page");
                seen[0] = 43;
                UserMemory.write(BASE + 0x8000 + 500 + 8999 - 8192, seen, 0, 1);
                table.read(500 + 8999, seen, 0, 1);
                MachineSuite.expect(43, seen[0], "byte written through the shared page");
            }
        });
    }

    private static void futexWords() {
        inSpace(space -> {
            MachineSuite.expect(0, UserMemory.compareExchangeInt(BASE, 0, -2), "first witness");
            MachineSuite.expect(0xffff_fffeL, UserMemory.compareExchangeInt(BASE, 7, 8), "second witness");
            MachineSuite.expect(0xffff_fffeL, UserMemory.loadInt(BASE), "word");
            MachineSuite.expect(-1, UserMemory.loadInt(BASE + 2), "misaligned word");
        });
    }

    private static void exhaustion() {
        long free = TaskChecks.free();
        FrameTable table = FrameTable.create();
        boolean thrown = false;
        try {
            for (long i = 0;; i++) {
                table.ensure(i);
            }
        } catch (OutOfMemoryError expected) {
            thrown = true;
        } finally {
            table.close();
        }
        MachineSuite.expect(thrown, "memory without end");
        MachineSuite.expect(free, TaskChecks.free(), "bytes free afterwards");
    }

    private static void heapExhaustion() {
        List<byte[]> kept = new ArrayList<>();
        boolean thrown = false;
        try {
            while (true) {
                kept.add(new byte[1 << 20]);
            }
        } catch (OutOfMemoryError expected) {
            thrown = true;
        }
        int count = kept.size();
        kept.clear();
        MachineSuite.expect(thrown && count > 8, "heap ended after MiB " + count);
        MachineSuite.expect(new byte[8 << 20].length, 8 << 20, "a large array afterwards");
    }

    private static void forks() {
        VmSpace parent = VmSpace.create((address, access) -> false);
        for (int i = 0; i < 20; i++) {
            parent.mapZeroed(BASE + i * 4096L, READ_WRITE);
        }
        long free = TaskChecks.free();
        for (int i = 0; i < 20_000; i++) {
            VmSpace child = VmSpace.create((address, access) -> false);
            parent.cloneCopyOnWrite(child, BASE, 20 * 4096);
            child.makePrivate(BASE, READ_WRITE);
            child.close();
        }
        MachineSuite.expect(free, TaskChecks.free(), "bytes free after the forks");
        parent.close();
    }
}
