/** Unit tests of {@code org.asterism.aot.world}. */
package org.asterism.aot.world;
