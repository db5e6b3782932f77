package org.asterism.language.corpus.control;

/** Deeply nested statements and returns from the middle of them. */
public final class Nesting {
    private Nesting() {}

    private static int find(int[][][] cube, int wanted) {
        for (int[][] plane : cube) {
            if (plane != null) {
                for (int[] row : plane) {
                    try {
                        for (int value : row) {
                            synchronized (cube) {
                                if (value == wanted) {
                                    switch (value % 3) {
                                        case 0:
                                            return value * 10;
                                        case 1:
                                            do {
                                                if (value > 4) {
                                                    return -value;
                                                }
                                                value += 3;
                                            } while (true);
                                        default:
                                            break;
                                    }
                                }
                            }
                        }
                    } finally {
                        cube[0][0][0]++;
                    }
                }
            }
        }
        return Integer.MIN_VALUE;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int[][][] cube = {{{1, 2}, {3, 4}}, null, {{5}, {}, {7, 6}}};
        for (int wanted = 0; wanted < 9; wanted++) {
            System.out.println(wanted + " " + find(cube, wanted) + " " + cube[0][0][0]);
        }
    }
}
