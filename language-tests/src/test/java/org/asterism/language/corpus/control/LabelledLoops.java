package org.asterism.language.corpus.control;

/** break and continue with labels, through several loops and blocks. */
public final class LabelledLoops {
    private LabelledLoops() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        StringBuilder trace = new StringBuilder();
        outer:
        for (int i = 0; i < 4; i++) {
            inner:
            for (int j = 0; ; j++) {
                int k = 0;
                while (true) {
                    k++;
                    if (k == 3) {
                        break;
                    }
                    if (j == 2) {
                        continue outer;
                    }
                    if (i == 2 && j == 1) {
                        continue inner;
                    }
                    if (i == 3) {
                        break outer;
                    }
                    trace.append(i).append(j).append(k).append(' ');
                }
            }
        }
        System.out.println(trace);
        block: {
            if (trace.length() > 0) {
                break block;
            }
            System.out.println("not reached");
        }
        int n = 0;
        loop:
        do {
            n++;
            for (int i = 0; i < 3; i++) {
                if (i == n % 3) {
                    continue loop;
                }
            }
        } while (n < 5);
        System.out.println(n);
        alone: n++;
        System.out.println(n);
    }
}
