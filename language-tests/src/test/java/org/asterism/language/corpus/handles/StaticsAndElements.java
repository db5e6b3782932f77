package org.asterism.language.corpus.handles;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VarHandles of static fields and of array elements. */
public final class StaticsAndElements {
    private StaticsAndElements() {}

    private static final VarHandle COUNT;
    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final VarHandle TEXTS = MethodHandles.arrayElementVarHandle(String[].class);
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

    static {
        try {
            COUNT = MethodHandles.lookup().findStaticVarHandle(StaticsAndElements.class, "count", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static int count = 1;

    /** Runs it. */
    public static void main(String[] arguments) {
        COUNT.set(5);
        System.out.println((int) COUNT.getAndAdd(3) + " " + (int) COUNT.getVolatile() + " " + COUNT.compareAndSet(8, 9) + " " + count);
        int[] ints = {1, 2, 3};
        System.out.println((int) INTS.getAndAdd(ints, 1, 10) + " " + INTS.compareAndSet(ints, 2, 3, 30) + " " + (int) INTS.getVolatile(ints, 2) + " " + ints[1]);
        String[] texts = {"a", "b"};
        TEXTS.setVolatile(texts, 0, "z");
        System.out.println((String) TEXTS.getAndSet(texts, 1, "y") + texts[0] + texts[1]);
        long[] longs = new long[2];
        LONGS.setRelease(longs, 1, 7L);
        System.out.println((long) LONGS.getAcquire(longs, 1) + (long) LONGS.getAndAdd(longs, 1, 1L) + longs[1]);
        try {
            INTS.set(ints, 3, 1);
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
    }
}
