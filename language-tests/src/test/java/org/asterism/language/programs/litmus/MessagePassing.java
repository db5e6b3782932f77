package org.asterism.language.programs.litmus;

import java.lang.invoke.VarHandle;

/** One actor writes data, then a flag; another that sees the flag sees the data. */
public final class MessagePassing {
    private MessagePassing() {}

    private static boolean flagWithoutData(Cell cell) {
        return cell.r1 == 1 && cell.r2 == 0;
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        Litmus.forbid("release and acquire", MessagePassing::flagWithoutData,
                cell -> {
                    cell.x = 1;
                    Cell.Y.setRelease(cell, 1);
                },
                cell -> {
                    cell.r1 = (int) Cell.Y.getAcquire(cell);
                    cell.r2 = cell.x;
                });
        Litmus.forbid("volatile flag", MessagePassing::flagWithoutData,
                cell -> {
                    cell.x = 1;
                    cell.volatileY = 1;
                },
                cell -> {
                    cell.r1 = cell.volatileY;
                    cell.r2 = cell.x;
                });
        Litmus.forbid("volatile handle", MessagePassing::flagWithoutData,
                cell -> {
                    cell.x = 1;
                    Cell.Y.setVolatile(cell, 1);
                },
                cell -> {
                    cell.r1 = (int) Cell.Y.getVolatile(cell);
                    cell.r2 = cell.x;
                });
        Litmus.forbid("lazily set atomic", MessagePassing::flagWithoutData,
                cell -> {
                    cell.x = 1;
                    cell.atomicY.lazySet(1);
                },
                cell -> {
                    cell.r1 = cell.atomicY.getAcquire();
                    cell.r2 = cell.x;
                });
        Litmus.forbid("atomic reference", MessagePassing::flagWithoutData,
                cell -> {
                    cell.x = 1;
                    cell.atomicObject.set(cell);
                },
                cell -> {
                    cell.r1 = cell.atomicObject.get() == null ? 0 : 1;
                    cell.r2 = cell.x;
                });
        Litmus.forbid("fences around opaque accesses", MessagePassing::flagWithoutData,
                cell -> {
                    Cell.X.setOpaque(cell, 1);
                    VarHandle.releaseFence();
                    Cell.Y.setOpaque(cell, 1);
                },
                cell -> {
                    cell.r1 = (int) Cell.Y.getOpaque(cell);
                    VarHandle.acquireFence();
                    cell.r2 = (int) Cell.X.getOpaque(cell);
                });
        Litmus.forbid("fences between stores and between loads", MessagePassing::flagWithoutData,
                cell -> {
                    Cell.X.setOpaque(cell, 1);
                    VarHandle.storeStoreFence();
                    Cell.Y.setOpaque(cell, 1);
                },
                cell -> {
                    cell.r1 = (int) Cell.Y.getOpaque(cell);
                    VarHandle.loadLoadFence();
                    cell.r2 = (int) Cell.X.getOpaque(cell);
                });
        Litmus.forbid("compare and set that releases", MessagePassing::flagWithoutData,
                cell -> {
                    cell.x = 1;
                    Cell.Y.compareAndExchangeRelease(cell, 0, 1);
                },
                cell -> {
                    cell.r1 = (int) Cell.Y.getAndAddAcquire(cell, 0);
                    cell.r2 = cell.x;
                });
        Litmus.forbid("monitor", MessagePassing::flagWithoutData,
                cell -> {
                    synchronized (cell) {
                        cell.x = 1;
                        cell.y = 1;
                    }
                },
                cell -> {
                    synchronized (cell) {
                        cell.r1 = cell.y;
                        cell.r2 = cell.x;
                    }
                });
    }
}
