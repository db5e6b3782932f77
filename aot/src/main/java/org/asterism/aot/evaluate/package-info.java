/**
 * Evaluation of class initialisers at compile time, where they only compute primitives, strings, class literals and arrays of
 * primitives. Their results become initial data, and no check or code is left for run time. An initialiser that does
 * anything else runs in the image, as a whole.
 */
package org.asterism.aot.evaluate;
