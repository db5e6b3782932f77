package org.asterism.language.corpus.arrays;

/** New arrays of every type hold zeroes, and fields of array type null. */
public final class Defaults {
    private Defaults() {}

    private static int[] unset;

    /** Runs it. */
    public static void main(String[] arguments) {
        boolean[] z = new boolean[2];
        byte[] b = new byte[2];
        char[] c = new char[2];
        short[] s = new short[2];
        int[] i = new int[2];
        long[] l = new long[2];
        float[] f = new float[2];
        double[] d = new double[2];
        String[] t = new String[2];
        int[][] n = new int[2][];
        System.out.println(z[1] + " " + b[1] + " " + (int) c[1] + " " + s[1] + " " + i[1] + " " + l[1] + " " + f[1] + " " + d[1] + " " + t[1] + " " + n[1] + " " + unset);
        z[0] = true;
        b[0] = -1;
        c[0] = '\uffff';
        s[0] = -1;
        i[0] = -1;
        l[0] = -1;
        f[0] = -1;
        d[0] = -1;
        t[0] = "t";
        n[0] = i;
        System.out.println(z[0] + " " + b[0] + " " + (int) c[0] + " " + s[0] + " " + i[0] + " " + l[0] + " " + f[0] + " " + d[0] + " " + t[0] + " " + n[0][0]);
        System.out.println(z[1] + " " + b[1] + " " + (int) c[1] + " " + s[1] + " " + i[1] + " " + l[1] + " " + f[1] + " " + d[1] + " " + t[1] + " " + n[1]);
        System.out.println(new int[0].length + new Object[0].length + new int[3][0][5].length);
    }
}
