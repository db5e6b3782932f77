package org.asterism.assembly.resolve;

import java.util.Optional;
import java.util.SortedSet;
import org.asterism.assembly.bundle.Bundle;

/**
 * Why a bundle is in a kernel: what one requirer takes from it.
 *
 * @param requirer the bundle that needs it; nothing for the descriptor itself
 * @param what the requirements in words, such as {@code package org.example version [1.0.0,2.0.0)}
 */
public record Need(Optional<Bundle> requirer, SortedSet<String> what) {}
