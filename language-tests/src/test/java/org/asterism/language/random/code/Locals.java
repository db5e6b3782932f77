package org.asterism.language.random.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.language.random.Choices;

/** The local variables of a method: some that hold the same kind everywhere, some that hold what the block has stored last. */
final class Locals {
    private static final int SCRATCH = 3;
    /** Where the variables begin in some methods, so that instructions must be wide. */
    private static final int FAR = 254;

    private final List<Kind> fixed = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();
    private final Map<Integer, Kind> scratch = new LinkedHashMap<>();
    private final int firstScratch;
    private int defined;

    Locals(Choices choices, int firstFree) {
        int next = choices.rarely(8) ? FAR : firstFree;
        for (Kind kind : Kind.values()) {
            for (int copies = kind == Kind.INT ? 3 : kind == Kind.LONG ? 2 : 1; copies > 0; copies--) {
                fixed.add(kind);
                slots.add(next);
                next += kind.category();
            }
        }
        firstScratch = next;
    }

    /** The variables that hold the same kind everywhere. */
    List<Kind> fixed() {
        return fixed;
    }

    /** The slot of the first of them that had no value yet; now it has one. */
    int define() {
        return slots.get(defined++);
    }

    /** The slots that hold a kind. */
    List<Integer> holding(Kind kind) {
        List<Integer> found = new ArrayList<>(fixedOf(kind));
        scratch.forEach((slot, held) -> {
            if (held == kind) {
                found.add(slot);
            }
        });
        return found;
    }

    /** The slots of variables that hold a kind everywhere. */
    List<Integer> fixedOf(Kind kind) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < defined; i++) {
            if (fixed.get(i) == kind) {
                found.add(slots.get(i));
            }
        }
        return found;
    }

    /** Where a block begins nothing is known of scratch variables. */
    void enterBlock() {
        scratch.clear();
    }

    /** A slot to overwrite with a kind; what it and the next one held before is gone. */
    int overwritten(Kind kind, Choices choices) {
        int slot = firstScratch + choices.below(SCRATCH);
        scratch.remove(slot);
        Kind before = scratch.get(slot - 1);
        if (before != null && before.category() == 2) {
            scratch.remove(slot - 1);
        }
        if (kind.category() == 2) {
            scratch.remove(slot + 1);
        }
        scratch.put(slot, kind);
        return slot;
    }
}
