/** Loops, labels, conditions and the order of evaluation. */
package org.asterism.language.corpus.control;
