/** Strings, characters, and their encodings. */
package org.asterism.language.library.text;
