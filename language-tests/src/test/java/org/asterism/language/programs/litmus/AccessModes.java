package org.asterism.language.programs.litmus;

import java.lang.invoke.VarHandle;

/** One method for each way to access memory, for those who read machine code. */
public final class AccessModes {
    private AccessModes() {}

    private static final class Final {
        final int value;

        Final() {
            value = 0x33333333;
        }
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        Cell cell = new Cell();
        plainField(cell);
        volatileField(cell);
        volatileReference(cell);
        volatileWide(cell);
        volatileHandle(cell);
        volatileElement(cell.elements);
        atomicSet(cell);
        opaque(cell);
        release(cell);
        fullFence(cell);
        releaseFence(cell);
        storeStoreFence(cell);
        publishByRelease(cell);
        publishByVolatile(cell);
        publishByFence(cell);
        publishFinal(cell);
        System.out.println(compareAndSet(cell) + " " + compareAndExchange(cell) + " " + atomicCompareAndSet(cell) + " " + getAndAdd(cell)
                + " " + atomicIncrement(cell) + " " + (getAndSet(cell) == null) + " " + twoOpaqueLoads(cell) + " " + twoVolatileLoads(cell)
                + " " + acquireThenPlain(cell) + " " + plainThenAcquire(cell) + " " + fencedLoads(cell));
    }

    static void plainField(Cell cell) {
        cell.x = 1;
    }

    static void volatileField(Cell cell) {
        cell.volatileX = 1;
    }

    static void volatileReference(Cell cell) {
        cell.volatileObject = cell;
    }

    static void volatileWide(Cell cell) {
        cell.volatileWide = 1;
    }

    static void volatileHandle(Cell cell) {
        Cell.X.setVolatile(cell, 1);
    }

    static void volatileElement(int[] elements) {
        Cell.ELEMENT.setVolatile(elements, 1, 1);
    }

    static void atomicSet(Cell cell) {
        cell.atomicX.set(1);
    }

    static void opaque(Cell cell) {
        Cell.X.setOpaque(cell, 1);
    }

    static void release(Cell cell) {
        Cell.X.setRelease(cell, 1);
    }

    static void fullFence(Cell cell) {
        cell.x = 1;
        VarHandle.fullFence();
        cell.y = 1;
    }

    static void releaseFence(Cell cell) {
        cell.x = 1;
        VarHandle.releaseFence();
        cell.y = 1;
    }

    static void storeStoreFence(Cell cell) {
        cell.x = 1;
        VarHandle.storeStoreFence();
        cell.y = 1;
    }

    static boolean compareAndSet(Cell cell) {
        return Cell.X.compareAndSet(cell, 1, 2);
    }

    static int compareAndExchange(Cell cell) {
        return (int) Cell.X.compareAndExchange(cell, 1, 2);
    }

    static boolean atomicCompareAndSet(Cell cell) {
        return cell.atomicX.compareAndSet(1, 2);
    }

    static int getAndAdd(Cell cell) {
        return (int) Cell.X.getAndAdd(cell, 3);
    }

    static int atomicIncrement(Cell cell) {
        return cell.atomicX.incrementAndGet();
    }

    static Object getAndSet(Cell cell) {
        return Cell.OBJECT.getAndSet(cell, cell);
    }

    static void publishByRelease(Cell cell) {
        cell.y = 0x11111111;
        Cell.X.setRelease(cell, 0x22222222);
    }

    static void publishByVolatile(Cell cell) {
        cell.y = 0x11111111;
        cell.volatileX = 0x22222222;
    }

    static void publishByFence(Cell cell) {
        cell.y = 0x11111111;
        VarHandle.storeStoreFence();
        cell.x = 0x22222222;
    }

    static void publishFinal(Cell cell) {
        cell.object = new Final();
    }

    static int twoOpaqueLoads(Cell cell) {
        return (int) Cell.X.getOpaque(cell) - (int) Cell.X.getOpaque(cell);
    }

    static int twoVolatileLoads(Cell cell) {
        return cell.volatileX - cell.volatileX;
    }

    static int acquireThenPlain(Cell cell) {
        int flag = (int) Cell.Y.getAcquire(cell);
        return flag * 3 + cell.x;
    }

    static int plainThenAcquire(Cell cell) {
        int data = cell.x;
        return (int) Cell.Y.getAcquire(cell) * 3 + data;
    }

    static int fencedLoads(Cell cell) {
        int flag = cell.y;
        VarHandle.loadLoadFence();
        return flag * 3 + cell.x;
    }
}
