/**
 * Programs that run both on HotSpot and as compiled Linux processes. Each prints one line a fact; they avoid what may differ
 * by specification: identity hashes, iteration order of immutable sets, names of lambda classes.
 */
package org.asterism.aot.programs;
