package org.asterism.language.programs.litmus;

/** Two actors write one variable each; two others that read both do not see the writes in opposite orders. */
public final class IndependentReads {
    private IndependentReads() {}

    private static boolean oppositeOrders(Cell cell) {
        return cell.r1 == 1 && cell.r2 == 0 && cell.r3 == 1 && cell.r4 == 0;
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        Litmus.forbid("volatile fields", IndependentReads::oppositeOrders,
                cell -> cell.volatileX = 1,
                cell -> cell.volatileY = 1,
                cell -> {
                    cell.r1 = cell.volatileX;
                    cell.r2 = cell.volatileY;
                },
                cell -> {
                    cell.r3 = cell.volatileY;
                    cell.r4 = cell.volatileX;
                });
        Litmus.forbid("volatile modes of handles", IndependentReads::oppositeOrders,
                cell -> Cell.X.setVolatile(cell, 1),
                cell -> Cell.Y.setVolatile(cell, 1),
                cell -> {
                    cell.r1 = (int) Cell.X.getVolatile(cell);
                    cell.r2 = (int) Cell.Y.getVolatile(cell);
                },
                cell -> {
                    cell.r3 = (int) Cell.Y.getVolatile(cell);
                    cell.r4 = (int) Cell.X.getVolatile(cell);
                });
        Litmus.forbid("atomics", IndependentReads::oppositeOrders,
                cell -> cell.atomicX.set(1),
                cell -> cell.atomicY.incrementAndGet(),
                cell -> {
                    cell.r1 = cell.atomicX.get();
                    cell.r2 = cell.atomicY.get();
                },
                cell -> {
                    cell.r3 = cell.atomicY.get();
                    cell.r4 = cell.atomicX.get();
                });
    }
}
