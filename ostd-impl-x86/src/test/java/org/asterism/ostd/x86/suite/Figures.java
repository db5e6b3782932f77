package org.asterism.ostd.x86.suite;

import org.asterism.ostd.log.Log;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;
import org.asterism.ostd.user.UserContext;
import org.asterism.ostd.user.UserMode;

/** What the machine's own operations cost: the boot option {@code only=figures} prints nanoseconds each. */
final class Figures {
    private static final long CODE = 0x40_0000;
    private static final long DATA = 0x50_0000;
    private static final int ROUNDS = 100_000;

    private Figures() {}

    static void print() {
        VmSpace space = VmSpace.create((address, access) -> false);
        space.mapZeroed(CODE, Protection.READ | Protection.WRITE);
        space.write(CODE, new byte[] {0x0f, 0x05, (byte) 0xeb, (byte) 0xfc}, 0, 4);
        space.protect(CODE, 4096, Protection.READ | Protection.EXECUTE);
        space.mapZeroed(DATA, Protection.READ | Protection.WRITE);
        space.activate();
        UserContext context = UserContext.create();
        context.setRegister(UserContext.INSTRUCTION_POINTER, CODE);
        byte[] bytes = new byte[4096];
        measure("clock", Clock::monotonicNanos);
        measure("system call", () -> UserMode.execute(context));
        measure("copy of 1 byte from user", () -> UserMemory.read(DATA, bytes, 0, 1));
        measure("copy of 4096 bytes from user", () -> UserMemory.read(DATA, bytes, 0, 4096));
        measure("copy of 4096 bytes to user", () -> UserMemory.write(DATA, bytes, 0, 4096));
        measure("object of 16 bytes", Object::new);
        measure("array of 4096 bytes", () -> sink = new byte[4096]);
        WaitQueue queue = new WaitQueue();
        measure("wake of nobody", queue::wakeAll);
        measure("yield to nobody", Task::yieldNow);
        measure("map and unmap of a page", () -> {
            space.mapZeroed(DATA + 0x1000, Protection.READ);
            space.unmap(DATA + 0x1000, 4096);
        });
        measureSpaces();
        measure("task started and joined", () -> TaskChecks.together(1, () -> { }), ROUNDS / 100);
        VmSpace.deactivate();
    }

    private static volatile Object sink;

    private static void measureSpaces() {
        VmSpace parent = VmSpace.create((address, access) -> false);
        for (int i = 0; i < 50; i++) {
            parent.mapZeroed(DATA + i * 4096L, Protection.READ | Protection.WRITE);
        }
        measure("fork of a space of 50 pages, and its end", () -> {
            VmSpace child = VmSpace.create((address, access) -> false);
            parent.cloneCopyOnWrite(child, DATA, 50 * 4096);
            child.close();
        }, ROUNDS / 20);
        parent.close();
    }

    private static void measure(String what, Runnable body) {
        measure(what, body, ROUNDS);
    }

    private static void measure(String what, Runnable body, int rounds) {
        long start = Clock.monotonicNanos();
        for (int i = 0; i < rounds; i++) {
            body.run();
        }
        Log.info("figure " + what + ": " + (Clock.monotonicNanos() - start) / rounds + " ns");
    }
}
