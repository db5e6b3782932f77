package org.asterism.language.corpus.arrays;

/** Arrays of arrays: full, partial, jagged and shared. */
public final class Dimensions {
    private Dimensions() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int[][] grid = new int[3][4];
        for (int i = 0; i < grid.length; i++) {
            for (int j = 0; j < grid[i].length; j++) {
                grid[i][j] = i * 10 + j;
            }
        }
        System.out.println(java.util.Arrays.deepToString(grid));
        long[][][] partial = new long[2][3][];
        System.out.println(partial[1].length + " " + partial[1][2] + " " + partial.getClass().getName());
        partial[1][2] = new long[] {7};
        System.out.println(partial[1][2][0]++ + " " + partial[1][2][0]);
        String[][] jagged = new String[4][];
        for (int i = 0; i < jagged.length; i++) {
            jagged[i] = new String[i];
            java.util.Arrays.fill(jagged[i], "x" + i);
        }
        System.out.println(java.util.Arrays.deepToString(jagged));
        double[][] shared = {new double[2], null};
        shared[1] = shared[0];
        shared[0][1] = 5;
        System.out.println(shared[1][1] + " " + (shared[0] == shared[1]));
        System.out.println(new int[2][3][4][1].length + " " + new byte[1][1][1][1][1][1][1].getClass().getName());
        boolean[][] flags = new boolean[2][2];
        flags[0][1] ^= true;
        flags[1][0] |= flags[0][1];
        System.out.println(java.util.Arrays.deepToString(flags));
        Object[] up = grid;
        System.out.println(((int[]) up[2])[3] + " " + (up instanceof int[][]) + " " + (up[0] instanceof int[]));
        try {
            partial[0][0][0] = 1;
        } catch (NullPointerException e) {
            System.out.println("no row");
        }
        char[][] board = {"abc".toCharArray(), "def".toCharArray()};
        for (char[] row : board) {
            row[1] -= 32;
        }
        System.out.println(new String(board[0]) + new String(board[1]));
        int[][][] zero = new int[2][0][3];
        System.out.println(zero.length + " " + zero[0].length);
        many(2);
    }

    private static void many(int two) {
        short[][][][][][][][][][][][] all = new short[1][two][1][1][3][1][1][1][1][1][two][4];
        all[0][1][0][0][2][0][0][0][0][0][1][3] = 9;
        System.out.println(java.util.Arrays.deepToString(all));
        Object[][][][][][][][][][][] some = new Object[1][1][1][1][1][1][1][1][0][two][];
        System.out.println(java.util.Arrays.deepToString(some) + " " + some.getClass().getName());
        try {
            System.out.println(new int[1][0][1][1][1][1][1][1][1][-two].length);
        } catch (NegativeArraySizeException e) {
            System.out.println(e.getMessage());
        }
    }
}
