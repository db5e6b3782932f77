package org.asterism.host.shell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.ostd.host.RamDisk;
import org.asterism.ostd.host.UserCode;
import org.asterism.ostd.host.UserImage;
import org.asterism.ostd.host.UserProcessor;

/**
 * The first program of a hosted kernel: it mounts {@code /proc}, forks a child for each script that the shell hands it, and waits for its children. A
 * child makes the script's calls and ends with 0, unless one of them ends it.
 *
 * <p>As in any simulated program, what must survive a call is in registers and memory: which script in r13, the next call in r12.
 */
final class ScriptRunner {
    /** Where the program is; not where a root file system has programs of its own. */
    static final String PROGRAM = "/asterism.script";

    private static final int ARCHIVE_ALIGNMENT = 4;
    private static final int FORK = 57;
    private static final int WAIT4 = 61;
    private static final int NANOSLEEP = 35;
    private static final int MOUNT = 165;
    private static final int EXIT_GROUP = 231;
    private static final int NO_HANG = 1;
    private static final int NEXT_CALL = 12;
    private static final int SCRIPT = 13;
    private static final int FORKED = 14;

    private static final String TEXTS = "proc\0/proc\0";
    private static final long PROC_TYPE = UserImage.DATA;
    private static final long PROC_PATH = UserImage.DATA + 5;
    private static final long STATUS = UserImage.DATA + 16;
    private static final long PAUSE = UserImage.DATA + 32;
    private static final long PAUSE_NANOS = 5_000_000;
    private static final long SCRIPT_TEXTS = UserImage.DATA + 4096;
    private static final int TEXT_BYTES = 16384;
    private static final long BUFFER = SCRIPT_TEXTS + TEXT_BYTES;

    private final Queue<Integer> waiting = new ConcurrentLinkedQueue<>();
    private final Map<Integer, SyscallScript> scripts = new ConcurrentHashMap<>();
    private final Map<Long, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    /** The disk with the program behind an archive of other files, which may be empty. */
    byte[] ramDisk(UserCode code, byte[] files) {
        byte[] text = code.assemble(
                cpu -> cpu.syscall(MOUNT, PROC_TYPE, PROC_PATH, PROC_TYPE, 0, 0),
                this::forkOrPause,
                this::afterFork,
                cpu -> cpu.syscall(WAIT4, -1, STATUS, NO_HANG, 0),
                this::reap,
                this::makeCall,
                cpu -> cpu.jump(at(5)));
        byte[] data = TEXTS.getBytes(StandardCharsets.US_ASCII);
        int bytes = (int) (BUFFER - UserImage.DATA) + SyscallScript.BUFFER_BYTES;
        RamDisk disk = new RamDisk().directory("dev").directory("proc");
        byte[] own = (files.length > 0 ? disk : disk.directory("tmp")).program(PROGRAM.substring(1), UserImage.of(text, data, bytes)).finish();
        byte[] both = Arrays.copyOf(files, (files.length + ARCHIVE_ALIGNMENT - 1) / ARCHIVE_ALIGNMENT * ARCHIVE_ALIGNMENT + own.length);
        System.arraycopy(own, 0, both, both.length - own.length, own.length);
        return both;
    }

    private static long at(int instruction) {
        return UserImage.CODE + (long) instruction * UserCode.INSTRUCTION_BYTES;
    }

    /** Has a script run; returns when it has ended. */
    void run(SyscallScript script, long patienceSeconds) throws InterruptedException {
        int number = last.incrementAndGet();
        scripts.put(number, script);
        waiting.add(number);
        try {
            if (!script.awaitEnd(patienceSeconds)) {
                throw new IllegalStateException("the program has not ended after " + patienceSeconds + " seconds; it goes on");
            }
        } finally {
            scripts.remove(number);
        }
    }

    private void forkOrPause(UserProcessor cpu) {
        Integer number = waiting.poll();
        cpu.setRegister(FORKED, number == null ? 0 : 1);
        if (number == null) {
            cpu.storeLong(PAUSE + 8, PAUSE_NANOS);
            cpu.syscall(NANOSLEEP, PAUSE, 0);
        } else {
            cpu.setRegister(SCRIPT, number);
            cpu.setRegister(NEXT_CALL, 0);
            cpu.syscall(FORK);
        }
    }

    private void afterFork(UserProcessor cpu) {
        if (cpu.register(FORKED) == 0) {
            return;
        }
        if (cpu.result() == 0) {
            cpu.jump(at(5));
        } else if (cpu.result() > 0) {
            numbers.put(cpu.result(), (int) cpu.register(SCRIPT));
        } else {
            end((int) cpu.register(SCRIPT), 1 << 8);
        }
    }

    private void reap(UserProcessor cpu) {
        if (cpu.result() > 0) {
            long status = cpu.loadLong(STATUS);
            Integer number = numbers.remove(cpu.result());
            if (number != null) {
                end(number, (int) status);
            }
        }
        cpu.jump(at(1));
    }

    private void end(int number, int status) {
        SyscallScript script = scripts.get(number);
        if (script != null) {
            script.end(status);
        }
    }

    private void makeCall(UserProcessor cpu) {
        SyscallScript script = scripts.get((int) cpu.register(SCRIPT));
        int next = (int) cpu.register(NEXT_CALL);
        if (script == null) {
            cpu.syscall(EXIT_GROUP, 1);
            return;
        }
        if (next > 0) {
            script.returned(next - 1, cpu.result());
        }
        if (next == script.size()) {
            cpu.syscall(EXIT_GROUP, 0);
            return;
        }
        script.make(next, cpu, SCRIPT_TEXTS, BUFFER);
        cpu.setRegister(NEXT_CALL, next + 1);
    }
}
