/** Integers: overflow, division, shifts, narrowing, bits. */
package org.asterism.language.corpus.arithmetic;
