/** {@code java.util.stream}. */
package org.asterism.language.library.stream;
