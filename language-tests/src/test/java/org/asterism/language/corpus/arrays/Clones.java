package org.asterism.language.corpus.arrays;

/** clone of arrays of every type. */
public final class Clones {
    private Clones() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] ints = {1, 2, 3};
        int[] copy = ints.clone();
        copy[0] = 9;
        System.out.println(ints[0] + " " + copy[0] + " " + copy.length + " " + (ints.getClass() == copy.getClass()));
        long[] longs = new long[] {1L << 40}.clone();
        byte[] bytes = new byte[] {1, 2, 3, 4, 5}.clone();
        boolean[] flags = new boolean[] {true}.clone();
        char[] chars = "chars".toCharArray().clone();
        short[] shorts = new short[] {-1, 5}.clone();
        double[] doubles = new double[] {0.5, -0.0}.clone();
        float[] floats = new float[0].clone();
        System.out.println(longs[0] + " " + bytes[4] + " " + flags[0] + " " + new String(chars) + " " + shorts[1] + " " + doubles[1] + " " + floats.length);
        String[][] deep = {{"a"}, {"b"}};
        String[][] shallow = deep.clone();
        shallow[0][0] = "changed";
        shallow[1] = null;
        System.out.println(deep[0][0] + " " + deep[1][0]);
        Object[] objects = new Integer[] {1, 2};
        Object[] cloned = objects.clone();
        System.out.println(cloned.getClass().getSimpleName());
        try {
            cloned[0] = "x";
        } catch (ArrayStoreException e) {
            System.out.println(e.getMessage());
        }
        int[] none = null;
        try {
            none.clone();
        } catch (NullPointerException e) {
            System.out.println("null");
        }
    }
}
