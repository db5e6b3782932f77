/**
 * OSTD's language runtime as a static Linux process: memory from {@code mmap}, output by {@code write}, one task. It exists to run the
 * same programs as HotSpot and compare what they print; the compiler's and the collector's differential tests stand on it.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.linux;
