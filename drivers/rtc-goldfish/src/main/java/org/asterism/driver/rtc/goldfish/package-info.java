/** The real-time clock of QEMU's {@code virt} machines: nanoseconds since 1970 in two registers (Goldfish virtual platform specification). */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.driver.rtc.goldfish;
