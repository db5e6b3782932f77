package org.asterism.language.programs.litmus;

/** Each of two actors reads one variable, then writes the other's: they do not both read what comes later. */
public final class LoadBuffering {
    private LoadBuffering() {}

    private static boolean bothEarly(Cell cell) {
        return cell.r1 == 1 && cell.r2 == 1;
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        Litmus.forbid("volatile fields", LoadBuffering::bothEarly,
                cell -> {
                    cell.r1 = cell.volatileX;
                    cell.volatileY = 1;
                },
                cell -> {
                    cell.r2 = cell.volatileY;
                    cell.volatileX = 1;
                });
        Litmus.forbid("acquire and release", LoadBuffering::bothEarly,
                cell -> {
                    cell.r1 = (int) Cell.X.getAcquire(cell);
                    Cell.Y.setRelease(cell, 1);
                },
                cell -> {
                    cell.r2 = (int) Cell.Y.getAcquire(cell);
                    Cell.X.setRelease(cell, 1);
                });
        Litmus.forbid("atomics", LoadBuffering::bothEarly,
                cell -> {
                    cell.r1 = cell.atomicX.get();
                    cell.atomicY.set(1);
                },
                cell -> {
                    cell.r2 = cell.atomicY.get();
                    cell.atomicX.set(1);
                });
        Litmus.forbid("values from nowhere, plain", cell -> cell.r1 != 0 || cell.r2 != 0,
                cell -> {
                    cell.r1 = cell.x;
                    cell.y = cell.r1;
                },
                cell -> {
                    cell.r2 = cell.y;
                    cell.x = cell.r2;
                });
    }
}
