/** Text in patterns: {@code Formatter}, regular expressions, locales, charset coders, readers and writers in memory. */
package org.asterism.language.library.format;
