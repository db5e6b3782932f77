package org.asterism.language.corpus.limits;

/** A method of many thousands of bytes, with handlers deep inside each other: javac writes a {@code finally} block twice, and so the innermost hundreds of times. */
public final class LargeMethods {
    private LargeMethods() {}

    private static int step(int value, int level, int failing) {
        if (level == failing || level == failing / 16) {
            throw new IllegalStateException(level + " of " + value);
        }
        return value * 31 + level;
    }

    private static int[] nested(int failing) {
        int[] value = {failing};
        try {
            value[0] = step(value[0], 0, failing);
        } finally {
            try {
                value[0] = step(value[0], 1, failing);
            } finally {
                try {
                    value[0] = step(value[0], 2, failing);
                } finally {
                    try {
                        value[0] = step(value[0], 3, failing);
                    } catch (IllegalStateException e) {
                        value[0] = value[0] * 7 + e.getMessage().length();
                    } finally {
                        try {
                            value[0] = step(value[0], 4, failing);
                        } finally {
                            try {
                                value[0] = step(value[0], 5, failing);
                            } finally {
                                try {
                                    value[0] = step(value[0], 6, failing);
                                } finally {
                                    try {
                                        value[0] = step(value[0], 7, failing);
                                    } finally {
                                        value[0] = step(value[0], 8, failing);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        return value;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        for (int failing = 1; failing < 160; failing += 3) {
            try {
                System.out.println(failing + ": " + nested(failing)[0]);
            } catch (IllegalStateException e) {
                System.out.println(failing + " fails at " + e.getMessage());
            }
        }
    }
}
