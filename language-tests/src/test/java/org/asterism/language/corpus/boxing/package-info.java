/** Boxes and their identity. */
package org.asterism.language.corpus.boxing;
