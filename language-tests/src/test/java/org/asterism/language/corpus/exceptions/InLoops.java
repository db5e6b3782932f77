package org.asterism.language.corpus.exceptions;

/** Exceptions thrown and caught many times, with continue and break in handlers. */
public final class InLoops {
    private InLoops() {}

    private static int work(int i) {
        if (i % 3 == 0) {
            throw new IllegalArgumentException();
        }
        if (i % 5 == 0) {
            throw new IllegalStateException();
        }
        return i;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int sum = 0;
        int arguments3 = 0;
        int states = 0;
        for (int i = 1; i < 10000; i++) {
            try {
                sum += work(i);
            } catch (IllegalArgumentException e) {
                arguments3++;
                continue;
            } catch (IllegalStateException e) {
                states++;
                if (i > 9000) {
                    break;
                }
            }
            sum ^= i;
        }
        System.out.println(sum + " " + arguments3 + " " + states);
        int retries = 0;
        while (true) {
            try {
                if (retries < 5) {
                    throw new Exception("retry");
                }
                break;
            } catch (Exception e) {
                retries++;
            }
        }
        System.out.println(retries);
    }
}
