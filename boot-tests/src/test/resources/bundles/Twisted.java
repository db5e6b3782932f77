package org.example.twisted;

import java.util.TreeMap;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.vfs.ProcEntry;
import org.asterism.ostd.sync.Mutex;

/** System calls that are legal Java and meant ill: many locks, exceptions that misbehave, stacks that overflow in awkward places, and a file without content. */
public final class Twisted implements SyscallProvider, ProcEntry {
    private final Mutex mutex = new Mutex();
    private final Mutex second = new Mutex();
    private int reads;

    /** Whose every question fails, or never ends. */
    static final class Sphinx extends RuntimeException {
        @Override
        public String getMessage() {
            return getMessage() + toString();
        }

        @Override
        public String toString() {
            throw new Sphinx();
        }

        @Override
        public Throwable getCause() {
            return getCause();
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("no hash");
        }
    }

    /** Cannot be made. */
    static final class Unmade extends RuntimeException {
        @Override
        public Throwable fillInStackTrace() {
            throw new IllegalStateException("no trace"); // line: no trace
        }
    }

    /** Whose causes never end. */
    static final class Hydra extends RuntimeException {
        @Override
        public Throwable getCause() {
            return new Hydra();
        }
    }

    @Syscall("getpmsg")
    public long twist(UserThread thread, int how, long number) throws KernelException {
        switch (how) {
            case 0: return again();
            case 1: return heldAcross();
            case 2: return many((int) number);
            case 3: throw cycle(); // line: cycle
            case 4: throw new Sphinx(); // line: sphinx
            case 5: throw new Unmade(); // line: unmade
            case 6: throw new Hydra(); // line: hydra
            case 7: return compared();
            case 8: return overflowInFinally();
            case 9: return new byte[(int) number].length; // line: array
            case 10: return new long[1 << 20][1 << 20].length;
            case 11: throw null; // line: nothing
            case 12: return unlocked();
            default: throw KernelException.of(Errno.EINVAL);
        }
    }

    private long again() {
        try (var first = mutex.lock(); var second = mutex.lock()) { // line: again
            return 1;
        }
    }

    private long heldAcross() {
        try (var first = mutex.lock()) {
            try {
                throw new IllegalStateException("first");
            } finally {
                second.lock();
                throw new IllegalArgumentException("instead"); // line: instead
            }
        }
    }

    private static long many(int count) {
        for (int i = 0; i < count; i++) {
            new Mutex().lock();
        }
        throw new IllegalStateException("with many locks"); // line: many
    }

    private static RuntimeException cycle() {
        RuntimeException first = new RuntimeException("first");
        RuntimeException second = new RuntimeException("second", first);
        first.initCause(second);
        return first;
    }

    private static long compared() {
        TreeMap<Integer, String> map = new TreeMap<>((left, right) -> (int) deep(left));
        map.put(1, "one");
        return map.size();
    }

    private static long overflowInFinally() {
        try {
            return deep(0);
        } finally {
            deep(1);
        }
    }

    private static long deep(long level) {
        return deep(level + 1) + 1;
    }

    /** Takes and frees both locks. */
    private long unlocked() {
        try (var first = mutex.lock(); var other = second.lock()) {
            return 1;
        }
    }

    @Override
    public String path() {
        return "twisted";
    }

    @Override
    public byte[] content() {
        switch (reads++ % 3) {
            case 0: throw new Sphinx(); // line: content
            case 1: return null;
            default: return new byte[] {'o', 'k', '\n'};
        }
    }
}
