package org.asterism.aot.effect;

/**
 * A place in a body that has an effect of itself.
 *
 * @param effect what it does
 * @param operation how it does it
 * @param line of the source, 0 if unknown
 */
record Site(Effect effect, String operation, int line) {
}
