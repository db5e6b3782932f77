/** Unit tests of {@code org.asterism.aot.profile}. */
package org.asterism.aot.profile;
