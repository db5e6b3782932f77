package org.asterism.language.random;

import java.util.Arrays;
import java.util.function.Supplier;

/** What random programs call: a digest of the order in which things happen, a limit on how much happens, and values as text. */
public final class Trace {
    private static final int FUEL = 1500;
    private static final int LONGEST_TEXT = 40;

    /** An array may hold itself. */
    private static final int MOST_NESTED = 4;

    private static int fuel;
    private static long digest;

    private Trace() {
    }

    /**
     * Calls a method of a program and prints what it returned or threw, and the digest of what it did.
     *
     * @param name of the method
     * @param call calls it
     */
    public static void report(String name, Supplier<Object> call) {
        fuel = FUEL;
        digest = 17;
        try {
            System.out.println(name + " " + show(call.get()));
        } catch (RuntimeException | Error thrown) {
            System.out.println(name + " threw " + show(thrown));
        }
        System.out.println(digest);
    }

    /**
     * Notes that a place was passed.
     *
     * @param place number of the place
     * @param value what was there
     * @return the value
     */
    public static int mark(int place, int value) {
        digest = digest * 31 + place * 1000003L + value;
        return value;
    }

    /**
     * Counts a call or a round of a loop.
     *
     * @throws IllegalStateException once there were too many
     */
    public static void burn() {
        if (--fuel < 0) {
            throw new IllegalStateException("out of fuel");
        }
    }

    /**
     * Notes that a block was entered.
     *
     * @param block its number
     * @param value a variable's value there
     * @return whether so many were entered that it is enough
     */
    public static boolean spent(int block, int value) {
        mark(block, value);
        return --fuel < 0;
    }

    /** False, which javac does not know. */
    public static boolean never() {
        return fuel == Integer.MAX_VALUE;
    }

    /** Notes that an exception was caught. */
    public static void caught(RuntimeException exception) {
        mark(101, show(exception).hashCode());
    }

    /** What programs throw. */
    public static final class Left extends RuntimeException {
        /** With a message. */
        public Left(String message) {
            super(message);
        }
    }

    /** What programs close, sometimes by throwing. */
    public static final class Resource implements AutoCloseable {
        private final int number;

        /** Opens, unless the number is 13. */
        public Resource(int number) {
            if (number == 13) {
                throw new Left("cannot open");
            }
            this.number = mark(102, number);
        }

        @Override
        public void close() {
            if (mark(103, number) < 0) {
                throw new IllegalStateException("cannot close " + number);
            }
        }
    }

    /** A text that cannot grow without end. */
    public static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(text.length() - LONGEST_TEXT);
    }

    /** A value as text that does not depend on the virtual machine. */
    public static String show(Object value) {
        return show(value, MOST_NESTED);
    }

    private static String show(Object value, int levels) {
        if (value instanceof Object[] objects) {
            StringBuilder text = new StringBuilder("{");
            for (Object object : objects) {
                text.append(levels == 0 ? "..." : show(object, levels - 1)).append(' ');
            }
            return text.append('}').toString();
        } else if (value instanceof int[] array) {
            return Arrays.toString(array);
        } else if (value instanceof long[] array) {
            return Arrays.toString(array);
        } else if (value instanceof byte[] array) {
            return Arrays.toString(array);
        } else if (value instanceof char[] array) {
            return plain(new String(array));
        } else if (value instanceof double[] array) {
            return Arrays.toString(array);
        } else if (value instanceof float[] array) {
            return Arrays.toString(array);
        } else if (value instanceof short[] array) {
            return Arrays.toString(array);
        } else if (value instanceof boolean[] array) {
            return Arrays.toString(array);
        }
        return plain(String.valueOf(value));
    }

    /** A text in ASCII, so that it does not matter how the standard output encodes. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~') {
                plain.append(c);
            } else {
                plain.append('<').append(Integer.toHexString(c)).append('>');
            }
        }
        return plain.toString();
    }

    /** A throwable as text: class, message, cause and what was suppressed. */
    public static String show(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        int modules = thrown instanceof ClassCastException ? message.indexOf(" (") : -1; // an image has no modules to tell
        StringBuilder text = new StringBuilder(thrown.getClass().getName()).append(": ")
                .append(plain(modules < 0 ? message : message.substring(0, modules)));
        if (thrown.getCause() != null && thrown.getCause() != thrown) {
            text.append(" <- ").append(show(thrown.getCause()));
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            text.append(" + ").append(show(suppressed));
        }
        return text.toString();
    }
}
