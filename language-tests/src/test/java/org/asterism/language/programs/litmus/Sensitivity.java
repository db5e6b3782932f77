package org.asterism.language.programs.litmus;

/** Results that are allowed, and that a race which deserves the name shows sooner or later: a test of the tests. */
public final class Sensitivity {
    private static final int SECONDS = 30;

    private Sensitivity() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        tell("a flag before its data", cell -> cell.r1 == 1 && cell.r2 == 0,
                cell -> {
                    Cell.Y.setOpaque(cell, 1);
                    Cell.X.setOpaque(cell, 1);
                },
                cell -> {
                    cell.r1 = (int) Cell.Y.getOpaque(cell);
                    cell.r2 = (int) Cell.X.getOpaque(cell);
                });
        tell("a lost update", cell -> cell.x != 2, Sensitivity::addCarelessly, Sensitivity::addCarelessly);
        if (Runtime.getRuntime().availableProcessors() > 1) {
            tell("stores that wait in buffers", StoreBuffering::bothMissed,
                    cell -> {
                        Cell.X.setOpaque(cell, 1);
                        cell.r1 = (int) Cell.Y.getOpaque(cell);
                    },
                    cell -> {
                        Cell.Y.setOpaque(cell, 1);
                        cell.r2 = (int) Cell.X.getOpaque(cell);
                    });
        }
    }

    private static void addCarelessly(Cell cell) {
        int seen = (int) Cell.X.getOpaque(cell);
        Cell.X.setOpaque(cell, seen + 1);
    }

    private static void tell(String name, Litmus.Result result, Litmus.Actor... actors) {
        System.out.println(name + ": " + (Litmus.isSeen(result, SECONDS, actors) ? "seen" : "not seen"));
    }
}
