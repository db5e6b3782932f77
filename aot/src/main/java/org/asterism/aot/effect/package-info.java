/**
 * What code may do: proofs of the statements of {@code org.asterism.ostd.effect}, over the call graph that is left when virtual calls
 * are reduced to the classes that exist.
 */
package org.asterism.aot.effect;
