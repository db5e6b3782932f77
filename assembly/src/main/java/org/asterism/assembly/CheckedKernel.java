package org.asterism.assembly;

import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.wire.Wiring;

/**
 * A kernel that can be compiled: its bundles fit together, are safe, and their components are wired.
 *
 * @param resolution the chosen bundles
 * @param wiring the generated bundle and what went into it
 */
public record CheckedKernel(Resolution resolution, Wiring wiring) {}
