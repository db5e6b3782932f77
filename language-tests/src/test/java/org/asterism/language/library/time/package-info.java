/** {@code java.time} without zones. */
package org.asterism.language.library.time;
