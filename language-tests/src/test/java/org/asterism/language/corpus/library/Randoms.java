package org.asterism.language.corpus.library;

import java.util.Random;

/** java.util.Random is specified to the bit. */
public final class Randoms {
    private Randoms() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        Random random = new Random(42);
        System.out.println(random.nextInt() + " " + random.nextInt(100) + " " + random.nextInt(64) + " " + random.nextLong() + " " + random.nextBoolean());
        System.out.println(random.nextDouble() + " " + random.nextFloat() + " " + random.nextGaussian());
        byte[] bytes = new byte[7];
        random.nextBytes(bytes);
        System.out.println(java.util.Arrays.toString(bytes));
        java.util.List<Integer> list = new java.util.ArrayList<>(java.util.List.of(1, 2, 3, 4, 5, 6));
        java.util.Collections.shuffle(list, new Random(7));
        System.out.println(list);
        System.out.println(random.ints(5, 0, 10).sum() + " " + new Random(0).nextInt(1 << 30));
    }
}
