package org.asterism.ostd.heap;

import org.asterism.ostd.runtime.Abort;
import org.asterism.ostd.runtime.ClassMetadata;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;

/**
 * Checks, between marking and sweeping, that no live object refers to one that is about to be freed or to something that is no object.
 * A stress setting; stops everything at the first lie.
 */
final class Verifier {
    private final BlockTable table;
    private final ReferenceLayout layout;

    Verifier(BlockTable table, ReferenceLayout layout) {
        this.table = table;
        this.layout = layout;
    }

    void check(long allBlocks) {
        for (long block = allBlocks; block != 0; block = Address.loadLong(block + Block.NEXT)) {
            if (Address.loadInt(block + Block.SIZE_CLASS) == Block.LARGE) {
                checkCell(block + Block.FIRST_CELL);
                continue;
            }
            int cells = Address.loadInt(block + Block.CELLS);
            for (int i = 0; i < cells; i++) {
                checkCell(Block.cell(block, i));
            }
        }
    }

    private void checkCell(long cell) {
        if (!Block.isMarked(cell)) {
            return;
        }
        if (!Block.isAllocated(cell)) {
            throw Abort.because("the collector marked a cell that is not allocated", cell);
        }
        if (!AllocationRuns.holdsObject(cell)) {
            return;
        }
        long metadata = Address.loadLong(cell + ObjectLayout.CLASS_POINTER);
        int kind = Address.loadByte(metadata + ClassMetadata.KIND);
        if (kind == ClassMetadata.KIND_INSTANCE) {
            checkFields(cell, metadata);
        } else if (kind == ClassMetadata.KIND_REFERENCE_ARRAY) {
            int length = Address.loadInt(cell + ObjectLayout.ARRAY_LENGTH);
            for (int i = 0; i < length; i++) {
                checkSlot(cell + ObjectLayout.ARRAY_DATA + i * 8L);
            }
        } else if (kind != ClassMetadata.KIND_PRIMITIVE_ARRAY) {
            throw Abort.because("the class pointer of an object leads to a class that has no instances", cell);
        }
    }

    private void checkFields(long object, long metadata) {
        long map = Address.loadLong(metadata + ClassMetadata.REFERENCE_MAP);
        boolean reference = (Address.loadShort(metadata + ClassMetadata.FLAGS) & ClassMetadata.FLAG_REFERENCE) != 0;
        int count = map == 0 ? 0 : Address.loadInt(map);
        for (int i = 1; i <= count; i++) {
            int offset = Address.loadInt(map + i * 4L);
            if (!reference || offset != layout.referentOffset()) {
                checkSlot(object + offset);
            }
        }
    }

    private void checkSlot(long slot) {
        long target = Address.loadLong(slot);
        if (target == 0 || !table.inRange(target)) {
            return;
        }
        if (table.headerOf(target) == 0 || (target & ObjectLayout.ALIGNMENT - 1) != 0) {
            throw Abort.because("a reference in the heap leads to no object; it lies at", slot);
        }
        if (!Block.isMarked(target)) {
            throw Abort.because("a live object refers to one that was not marked; the reference lies at", slot);
        }
    }
}
