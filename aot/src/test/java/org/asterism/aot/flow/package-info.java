/** Unit tests of {@code org.asterism.aot.flow}. */
package org.asterism.aot.flow;
