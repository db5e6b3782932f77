package org.asterism.language.programs.concurrency;

/** Exceptions thrown at depth, through handlers and finally blocks, and stack overflows that tasks survive. */
public final class DeepExceptions {
    private static final int ROUNDS = 60;

    private DeepExceptions() {}

    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1;
        private final long depth;

        private Failure(long depth) {
            super("at depth " + depth);
            this.depth = depth;
        }
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        Workers.compare(DeepExceptions::work);
    }

    private static long work(int task) {
        long digest = task;
        long[] finals = new long[1];
        for (int i = 0; i < ROUNDS; i++) {
            try {
                descend(5 + (i + task) % 25, i, finals);
            } catch (Failure failure) {
                digest = Workers.mix(digest, failure.depth + failure.getMessage().length() + failure.getSuppressed().length);
            } catch (RuntimeException unchecked) {
                digest = Workers.mix(digest, unchecked.getClass().getName().length());
            }
            digest = Workers.mix(digest, finals[0]);
        }
        for (int i = 0; i < 3; i++) {
            digest = Workers.mix(digest, overflow());
        }
        return digest;
    }

    private static void descend(int depth, int kind, long[] finals) throws Failure {
        try {
            if (depth > 0) {
                descend(depth - 1, kind, finals);
            } else {
                fail(kind, finals);
            }
        } catch (IllegalArgumentException turned) {
            Failure failure = new Failure(depth);
            failure.addSuppressed(turned);
            throw failure;
        } finally {
            finals[0] = finals[0] * 31 + depth;
        }
    }

    private static void fail(int kind, Object nothing) throws Failure {
        switch (kind % 6) {
            case 0 -> throw new Failure(kind);
            case 1 -> throw new IllegalArgumentException("kind " + kind);
            case 2 -> {
                int[] small = new int[kind % 3];
                small[kind] = 1;
            }
            case 3 -> {
                String text = (String) nothing;
                throw new Failure(text.length());
            }
            case 4 -> throw new Failure(1 / (kind - kind));
            default -> {
                Object[] strings = new String[1];
                strings[0] = kind;
            }
        }
    }

    private static long overflow() {
        try {
            return bottomless(1);
        } catch (StackOverflowError expected) {
            return expected.getMessage() == null ? 1 : 2;
        }
    }

    private static long bottomless(long level) {
        return Long.rotateLeft(bottomless(level + 1), 3) + level;
    }
}
