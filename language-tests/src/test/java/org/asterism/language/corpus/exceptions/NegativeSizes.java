package org.asterism.language.corpus.exceptions;

/** Arrays of negative length, in each dimension. */
public final class NegativeSizes {
    private NegativeSizes() {}

    private interface Action {
        Object run();
    }

    private static void attempt(Action action) {
        try {
            System.out.println(action.run() != null);
        } catch (NegativeArraySizeException e) {
            System.out.println(e.getMessage());
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int minus = arguments.length - 1;
        attempt(() -> new int[minus]);
        attempt(() -> new Object[minus]);
        attempt(() -> new byte[Integer.MIN_VALUE]);
        attempt(() -> new int[3][minus - 1]);
        attempt(() -> new int[minus][minus - 1]);
        attempt(() -> new int[0][minus - 2]);
        attempt(() -> new String[2][0][minus]);
        attempt(() -> new long[minus + 1]);
        attempt(() -> new char[minus][]);
        attempt(() -> java.util.Arrays.copyOf(new int[3], minus));
        attempt(() -> java.lang.reflect.Array.newInstance(String.class, minus));
    }
}
