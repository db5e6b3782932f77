package org.asterism.language.programs.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What a {@code VarHandle} gives is cast to what the caller wants; bytes are seen in both orders. */
public final class Handles {
    private static final VarHandle OBJECT;
    private static final VarHandle TEXT;
    private static final VarHandle WIDE;
    private static final VarHandle FRACTION;
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(String[].class);
    private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static {
        try {
            OBJECT = MethodHandles.lookup().findVarHandle(Handles.class, "object", Object.class);
            TEXT = MethodHandles.lookup().findVarHandle(Handles.class, "text", String.class);
            WIDE = MethodHandles.lookup().findVarHandle(Handles.class, "wide", long.class);
            FRACTION = MethodHandles.lookup().findVarHandle(Handles.class, "fraction", double.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    Object object = 17;
    String text = "text";
    long wide;
    double fraction = 0.5;

    private Handles() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        Handles handles = new Handles();
        try {
            String wrong = (String) OBJECT.get(handles);
            System.out.println(wrong);
        } catch (ClassCastException expected) {
            System.out.println("17 is no string");
        }
        System.out.println((int) (Integer) OBJECT.getAndSet(handles, "now text"));
        System.out.println(((String) OBJECT.getVolatile(handles)).length());
        System.out.println((CharSequence) TEXT.getAndSet(handles, null));
        System.out.println(TEXT.compareAndSet(handles, null, "again") + " " + handles.text);
        WIDE.set(handles, -1);
        System.out.println((long) WIDE.getAndAdd(handles, 3) + " " + handles.wide);
        System.out.println(FRACTION.compareAndSet(handles, 0.5, 0.25) + " " + (handles.fraction == 0.25));
        elements();
        views();
    }

    private static void elements() {
        Object[] strings = new String[2];
        ELEMENT.set((String[]) strings, 1, "one");
        System.out.println((String) ELEMENT.getAcquire((String[]) strings, 1));
        try {
            ELEMENT.setRelease((String[]) strings, 2, "two");
        } catch (IndexOutOfBoundsException expected) {
            System.out.println("no element 2");
        }
    }

    private static void views() {
        byte[] bytes = new byte[16];
        BIG.set(bytes, 4, 0x01020304);
        System.out.println(bytes[4] + " " + (int) BIG.getAndSet(bytes, 4, 5) + " " + bytes[7]);
        System.out.println((int) BIG.compareAndExchange(bytes, 4, 5, 0x0a000000) + " " + bytes[4]);
        System.out.println((int) BIG.getAndBitwiseOr(bytes, 4, 0xff) + " " + bytes[7] + " " + BIG.compareAndSet(bytes, 4, 0x0a0000ff, 1));
        LITTLE.set(bytes, 8, 0x0102030405060708L);
        System.out.println(bytes[8] + " " + bytes[15] + " " + (long) LITTLE.getVolatile(bytes, 8));
    }
}
