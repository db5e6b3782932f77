package org.asterism.language.programs.litmus;

/** All actors see the writes of one variable in one order, and wide ones as wholes. */
public final class Coherence {
    private Coherence() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        Litmus.forbid("two opaque reads", cell -> cell.r1 == 1 && cell.r2 == 0,
                cell -> Cell.X.setOpaque(cell, 1),
                cell -> {
                    cell.r1 = (int) Cell.X.getOpaque(cell);
                    cell.r2 = (int) Cell.X.getOpaque(cell);
                });
        Litmus.forbid("two volatile reads", cell -> cell.r1 == 1 && cell.r2 == 0,
                cell -> cell.volatileX = 1,
                cell -> {
                    cell.r1 = cell.volatileX;
                    cell.r2 = cell.volatileX;
                });
        Litmus.forbid("two writes, plain", cell -> cell.x != 2,
                cell -> {
                    cell.x = 1;
                    cell.x = 2;
                },
                cell -> cell.r1 = cell.x);
        Litmus.forbid("two writes seen the other way round, opaque", cell -> cell.r1 == 2 && cell.r2 == 1,
                cell -> {
                    Cell.X.setOpaque(cell, 1);
                    Cell.X.setOpaque(cell, 2);
                },
                cell -> {
                    cell.r1 = (int) Cell.X.getOpaque(cell);
                    cell.r2 = (int) Cell.X.getOpaque(cell);
                });
        Litmus.forbid("a read after one's own write, opaque", cell -> cell.r1 == 0 || cell.r1 == 2 && cell.x == 1,
                cell -> {
                    Cell.X.setOpaque(cell, 1);
                    cell.r1 = (int) Cell.X.getOpaque(cell);
                },
                cell -> Cell.X.setOpaque(cell, 2));
        Litmus.forbid("a read before one's own write, opaque", cell -> cell.r1 == 1 || cell.r1 == 2 && cell.x == 2,
                cell -> {
                    cell.r1 = (int) Cell.X.getOpaque(cell);
                    Cell.X.setOpaque(cell, 1);
                },
                cell -> Cell.X.setOpaque(cell, 2));
        Litmus.forbid("wide values in halves, volatile", cell -> cell.r1 == 1,
                cell -> cell.volatileWide = -1,
                cell -> cell.r1 = isHalf(cell.volatileWide));
        Litmus.forbid("wide values in halves, opaque", cell -> cell.r1 == 1,
                cell -> Cell.WIDE.setOpaque(cell, -1L),
                cell -> cell.r1 = isHalf((long) Cell.WIDE.getOpaque(cell)));
        Litmus.forbid("plain references from nowhere", cell -> cell.r1 == 1,
                cell -> cell.object = cell,
                cell -> {
                    Object seen = cell.object;
                    cell.r1 = seen != null && seen != cell ? 1 : 0;
                });
        Litmus.forbid("neighbours in an array of bytes", cell -> cell.r1 != 1 || cell.r2 != 1 || ((byte[]) cell.volatileObject)[5] != 7,
                cell -> cell.r1 = writeNeighbour(cell, 4),
                cell -> cell.r2 = writeNeighbour(cell, 6));
    }

    private static int isHalf(long seen) {
        return seen != 0 && seen != -1 ? 1 : 0;
    }

    /** Writes one byte of an array that the first to come makes; returns whether it stays what was written. */
    private static int writeNeighbour(Cell cell, int index) {
        if (cell.atomicX.getAndIncrement() == 0) {
            byte[] fresh = new byte[16];
            fresh[5] = 7;
            cell.volatileObject = fresh;
        }
        while (cell.volatileObject == null) {
            Thread.yield();
        }
        byte[] bytes = (byte[]) cell.volatileObject;
        bytes[index] = (byte) index;
        return bytes[index] == index ? 1 : 0;
    }
}
