package org.asterism.aot;

import java.util.Set;

/**
 * The optimisations of one compilation: all but some.
 *
 * @param disabled those that are switched off
 */
public record Optimizations(Set<Optimization> disabled) {
    /** Everything the compiler can do. */
    public static final Optimizations ALL = new Optimizations(Set.of());

    /** Optimisations without some. */
    public Optimizations {
        disabled = Set.copyOf(disabled);
    }

    /** Whether an optimisation is to be done. */
    public boolean include(Optimization optimization) {
        return !disabled.contains(optimization);
    }
}
