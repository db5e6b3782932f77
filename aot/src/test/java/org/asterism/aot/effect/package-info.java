/** Tests of the proofs of effects. */
package org.asterism.aot.effect;
