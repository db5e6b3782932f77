package org.asterism.language.corpus.handles;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VarHandles of instance fields, in every mode. */
public final class Fields {
    private Fields() {}

    private static final VarHandle NUMBER;
    private static final VarHandle WIDE;
    private static final VarHandle TEXT;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            NUMBER = lookup.findVarHandle(Fields.class, "number", int.class);
            WIDE = lookup.findVarHandle(Fields.class, "wide", long.class);
            TEXT = lookup.findVarHandle(Fields.class, "text", String.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private int number = 5;
    private volatile long wide = 1L << 40;
    private String text = "a";

    /** Runs it. */
    public static void main(String[] arguments) {
        Fields self = new Fields();
        System.out.println((int) NUMBER.get(self) + (int) NUMBER.getVolatile(self) + (int) NUMBER.getAcquire(self) + (int) NUMBER.getOpaque(self));
        NUMBER.set(self, 6);
        NUMBER.setRelease(self, 7);
        NUMBER.setVolatile(self, 8);
        NUMBER.setOpaque(self, 9);
        System.out.println(self.number + " " + NUMBER.compareAndSet(self, 9, 10) + " " + NUMBER.compareAndSet(self, 9, 11) + " " + (int) NUMBER.getAndAdd(self, 5) + " " + (int) NUMBER.getAndSet(self, 3));
        System.out.println((int) NUMBER.compareAndExchange(self, 3, 4) + " " + (int) NUMBER.getAndBitwiseOr(self, 0xF0) + " " + (int) NUMBER.getAndBitwiseAnd(self, 0x3C) + " " + (int) NUMBER.getAndBitwiseXor(self, 1) + " " + self.number);
        System.out.println((long) WIDE.getAndAdd(self, 2L) + " " + WIDE.compareAndSet(self, 0L, 5L) + " " + (long) WIDE.getVolatile(self));
        System.out.println((String) TEXT.getAndSet(self, "b") + TEXT.compareAndSet(self, "b", "c") + (String) TEXT.compareAndExchange(self, "x", "d") + (String) TEXT.getAcquire(self));
        VarHandle.fullFence();
        VarHandle.acquireFence();
        VarHandle.releaseFence();
        try {
            int none = (int) NUMBER.get((Fields) null);
            System.out.println(none);
        } catch (NullPointerException e) {
            System.out.println("null");
        }
        boolean done = false;
        while (!done) {
            done = NUMBER.weakCompareAndSet(self, self.number, 100);
        }
        System.out.println(self.number);
    }
}
