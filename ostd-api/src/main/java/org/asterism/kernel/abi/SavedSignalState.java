package org.asterism.kernel.abi;

/**
 * What a signal frame holds beside registers.
 *
 * @param mask the mask to restore
 * @param alternate the alternate stack to restore
 */
public record SavedSignalState(long mask, AlternateStack alternate) {
}
