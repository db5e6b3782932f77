package org.asterism.language.programs.litmus;

import java.lang.invoke.VarHandle;

/** Each of two actors writes one variable, then reads the other's: with a total order of accesses, one of them sees the other's write. */
public final class StoreBuffering {
    private StoreBuffering() {}

    static boolean bothMissed(Cell cell) {
        return cell.r1 == 0 && cell.r2 == 0;
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        Litmus.forbid("volatile fields", StoreBuffering::bothMissed,
                cell -> {
                    cell.volatileX = 1;
                    cell.r1 = cell.volatileY;
                },
                cell -> {
                    cell.volatileY = 1;
                    cell.r2 = cell.volatileX;
                });
        Litmus.forbid("volatile modes of handles", StoreBuffering::bothMissed,
                cell -> {
                    Cell.X.setVolatile(cell, 1);
                    cell.r1 = (int) Cell.Y.getVolatile(cell);
                },
                cell -> {
                    Cell.Y.setVolatile(cell, 1);
                    cell.r2 = (int) Cell.X.getVolatile(cell);
                });
        Litmus.forbid("volatile modes of array elements", StoreBuffering::bothMissed,
                cell -> {
                    Cell.ELEMENT.setVolatile(cell.elements, 0, 1);
                    cell.r1 = (int) Cell.ELEMENT.getVolatile(cell.elements, 1);
                },
                cell -> {
                    Cell.ELEMENT.setVolatile(cell.elements, 1, 1);
                    cell.r2 = (int) Cell.ELEMENT.getVolatile(cell.elements, 0);
                });
        Litmus.forbid("atomics", StoreBuffering::bothMissed,
                cell -> {
                    cell.atomicX.set(1);
                    cell.r1 = cell.atomicY.get();
                },
                cell -> {
                    cell.atomicY.set(1);
                    cell.r2 = cell.atomicX.get();
                });
        Litmus.forbid("volatile wide and reference fields", StoreBuffering::bothMissed,
                cell -> {
                    cell.volatileWide = -1;
                    cell.r1 = cell.volatileObject == null ? 0 : 1;
                },
                cell -> {
                    cell.volatileObject = cell;
                    cell.r2 = (int) cell.volatileWide;
                });
        Litmus.forbid("atomic references and longs", StoreBuffering::bothMissed,
                cell -> {
                    cell.atomicObject.set(cell);
                    cell.r1 = (int) cell.atomicWide.get();
                },
                cell -> {
                    cell.atomicWide.set(1);
                    cell.r2 = cell.atomicObject.get() == null ? 0 : 1;
                });
        Litmus.forbid("plain accesses around full fences", StoreBuffering::bothMissed,
                cell -> {
                    cell.x = 1;
                    VarHandle.fullFence();
                    cell.r1 = cell.y;
                },
                cell -> {
                    cell.y = 1;
                    VarHandle.fullFence();
                    cell.r2 = cell.x;
                });
        Litmus.forbid("exchanges", StoreBuffering::bothMissed,
                cell -> {
                    cell.atomicX.getAndSet(1);
                    cell.r1 = cell.atomicY.get();
                },
                cell -> {
                    cell.atomicY.compareAndSet(0, 1);
                    cell.r2 = cell.atomicX.get();
                });
    }
}
