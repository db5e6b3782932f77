package org.asterism.aot.programs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.regex.Pattern;

/** A program that no kernel image can hold. */
public final class RefusedProgram {
    private static final VarHandle NUMBER;

    static {
        try {
            NUMBER = MethodHandles.lookup().findVarHandle(RefusedProgram.class, "number", double.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    double number;

    private RefusedProgram() {
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        formats();
        System.out.println(Pattern.compile("a*").matcher("aaa").matches());
        System.out.println(new java.io.File("x").exists());
        counts();
        org.asterism.ostd.unsafe.Address.fence();
        intoAnotherObject("text");
        addsDoubles();
        reflects();
        System.out.println(org.objectweb.asm.Type.INT_TYPE + " " + org.objectweb.asm.Type.LONG_TYPE.getSort() + org.objectweb.asm.Opcodes.DOUBLE);
        System.out.println(java.nio.ByteBuffer.allocateDirect(16));
        keepsNoHandle();
    }

    private static void keepsNoHandle() {
        VarHandle handle = MethodHandles.arrayElementVarHandle(int[].class);
        java.util.function.IntSupplier never = handle::hashCode;
        System.out.println(never != null);
    }

    private static void reflects() throws NoSuchMethodException {
        System.out.println(RefusedProgram.class.getDeclaredMethods().length);
        System.out.println(RefusedProgram.class.getDeclaredMethod("main", String[].class));
    }

    private static void intoAnotherObject(Object other) {
        NUMBER.set(other, 1.5);
    }

    private static void addsDoubles() {
        NUMBER.getAndAdd(new RefusedProgram(), 1.5);
    }

    private static void formats() {
        System.out.println(String.format("%d", 1));
    }

    private static native void counts();
}
