/** Numbers, bits, and their text. */
package org.asterism.language.library.number;
