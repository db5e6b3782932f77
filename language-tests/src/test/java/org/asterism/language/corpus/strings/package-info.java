/** Strings: their two encodings, concatenation, identity, searching, formatting. */
package org.asterism.language.corpus.strings;
