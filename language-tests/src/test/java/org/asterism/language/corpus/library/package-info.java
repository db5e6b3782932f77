/** A little of java.util, as much as programs in the small use. */
package org.asterism.language.corpus.library;
