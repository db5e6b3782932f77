package org.asterism.language.corpus.exceptions;

/** break and continue in finally, with exceptions under way. */
@SuppressWarnings("finally")
public final class BreaksInFinally {
    private BreaksInFinally() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int n = 0;
        while (true) {
            try {
                n++;
                throw new IllegalStateException();
            } finally {
                if (n < 3) {
                    continue;
                }
                break;
            }
        }
        System.out.println(n);
        StringBuilder trace = new StringBuilder();
        outer:
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 3; j++) {
                try {
                    trace.append(i).append(j);
                    if (j == 1) {
                        continue outer;
                    }
                    if (i == 3) {
                        break outer;
                    }
                    if (i == 2) {
                        throw new RuntimeException();
                    }
                } finally {
                    trace.append('f');
                    if (i == 1) {
                        continue;
                    }
                    if (i == 2) {
                        continue outer;
                    }
                }
                trace.append(' ');
            }
        }
        System.out.println(trace);
        int tries = 0;
        do {
            try {
                if (tries++ == 2) {
                    break;
                }
                continue;
            } finally {
                trace.append(tries);
            }
        } while (tries < 10);
        System.out.println(trace);
        block:
        try {
            break block;
        } finally {
            System.out.println("block left");
        }
    }
}
