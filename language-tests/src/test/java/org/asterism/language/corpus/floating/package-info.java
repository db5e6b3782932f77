/** float and double: operations, conversions, comparisons, texts. */
package org.asterism.language.corpus.floating;
