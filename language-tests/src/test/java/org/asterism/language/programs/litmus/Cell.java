package org.asterism.language.programs.litmus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Two shared variables, declared in every way that has an order of its own, and what the actors read. */
final class Cell {
    static final VarHandle X;
    static final VarHandle Y;
    static final VarHandle WIDE;
    static final VarHandle OBJECT;
    static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);

    static {
        try {
            X = MethodHandles.lookup().findVarHandle(Cell.class, "x", int.class);
            Y = MethodHandles.lookup().findVarHandle(Cell.class, "y", int.class);
            WIDE = MethodHandles.lookup().findVarHandle(Cell.class, "wide", long.class);
            OBJECT = MethodHandles.lookup().findVarHandle(Cell.class, "object", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    int x;
    int y;
    long wide;
    Object object;
    volatile int volatileX;
    volatile int volatileY;
    volatile long volatileWide;
    volatile Object volatileObject;
    final AtomicInteger atomicX = new AtomicInteger();
    final AtomicInteger atomicY = new AtomicInteger();
    final AtomicLong atomicWide = new AtomicLong();
    final AtomicReference<Object> atomicObject = new AtomicReference<>();
    final int[] elements = new int[2];

    /** What the actors read. */
    int r1;
    int r2;
    int r3;
    int r4;
}
