/** Unit tests of {@code org.asterism.aot.evaluate}. */
package org.asterism.aot.evaluate;
