package org.asterism.aot.effect;

/** Something that a statement forbids. */
enum Effect {
    /** Makes an object. */
    ALLOCATION("allocates"),
    /** Waits for another task. */
    WAITING("may wait"),
    /** Takes a lock that whoever is interrupted may hold. */
    LOCKING("takes a lock that is held with interrupts on");

    private final String verb;

    Effect(String verb) {
        this.verb = verb;
    }

    /** What code does, as in "it allocates". */
    String verb() {
        return verb;
    }
}
