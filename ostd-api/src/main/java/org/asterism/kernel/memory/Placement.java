package org.asterism.kernel.memory;

/** How binding the address of a new mapping is. */
public enum Placement {
    /** A hint: taken if free. */
    HINT,
    /** Exactly there, replacing what is mapped (MAP_FIXED). */
    REPLACE,
    /** Exactly there, or {@code EEXIST} (MAP_FIXED_NOREPLACE). */
    EXACT
}
