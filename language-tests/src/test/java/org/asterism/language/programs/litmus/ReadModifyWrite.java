package org.asterism.language.programs.litmus;

/** Updates that read and write at once lose nothing, whatever their order. */
public final class ReadModifyWrite {
    private ReadModifyWrite() {}

    private static boolean sameTicket(Cell cell) {
        return cell.r1 == cell.r2;
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        Litmus.forbid("getAndAdd of a handle", cell -> sameTicket(cell) || cell.x != 2,
                cell -> cell.r1 = (int) Cell.X.getAndAdd(cell, 1),
                cell -> cell.r2 = (int) Cell.X.getAndAdd(cell, 1));
        Litmus.forbid("getAndAdd that acquires or releases", cell -> sameTicket(cell) || cell.x != 2,
                cell -> cell.r1 = (int) Cell.X.getAndAddAcquire(cell, 1),
                cell -> cell.r2 = (int) Cell.X.getAndAddRelease(cell, 1));
        Litmus.forbid("getAndSet of references", ReadModifyWrite::sameTicket,
                cell -> cell.r1 = Cell.OBJECT.getAndSet(cell, cell) == null ? 1 : 0,
                cell -> cell.r2 = Cell.OBJECT.getAndSet(cell, cell) == null ? 1 : 0);
        Litmus.forbid("compareAndSet of references", ReadModifyWrite::sameTicket,
                cell -> cell.r1 = Cell.OBJECT.compareAndSet(cell, null, cell) ? 1 : 0,
                cell -> cell.r2 = Cell.OBJECT.compareAndExchange(cell, null, "other") == null ? 1 : 0);
        Litmus.forbid("weak compareAndSet in loops", cell -> cell.x != 20,
                cell -> add(cell, 10),
                cell -> add(cell, 10));
        Litmus.forbid("bits", cell -> cell.x != 7,
                cell -> Cell.X.getAndBitwiseOr(cell, 5),
                cell -> Cell.X.getAndBitwiseXor(cell, 2));
        Litmus.forbid("wide adds of a handle", cell -> cell.wide != 2L << 33,
                cell -> Cell.WIDE.getAndAdd(cell, 1L << 33),
                cell -> Cell.WIDE.getAndAdd(cell, 1L << 33));
        Litmus.forbid("atomic increments", cell -> sameTicket(cell) || cell.atomicX.get() != 2,
                cell -> cell.r1 = cell.atomicX.incrementAndGet(),
                cell -> cell.r2 = cell.atomicX.incrementAndGet());
        Litmus.forbid("atomic updates by function", cell -> cell.atomicWide.get() != 30,
                cell -> cell.atomicWide.updateAndGet(seen -> seen + 10),
                cell -> cell.atomicWide.accumulateAndGet(20, Long::sum));
        Litmus.forbid("atomic references by function", cell -> ((String) cell.atomicObject.get()).length() != 2,
                cell -> append(cell, "a"),
                cell -> append(cell, "b"));
        Litmus.forbid("array elements", cell -> sameTicket(cell) || cell.elements[1] != 2 || cell.elements[0] != 0,
                cell -> cell.r1 = (int) Cell.ELEMENT.getAndAdd(cell.elements, 1, 1),
                cell -> cell.r2 = (int) Cell.ELEMENT.getAndAdd(cell.elements, 1, 1));
    }

    private static void add(Cell cell, int times) {
        for (int i = 0; i < times; i++) {
            int seen = cell.x;
            while (!Cell.X.weakCompareAndSetPlain(cell, seen, seen + 1)) {
                seen = (int) Cell.X.getOpaque(cell);
            }
        }
    }

    private static void append(Cell cell, String text) {
        cell.atomicObject.updateAndGet(seen -> seen == null ? text : seen + text);
    }
}
