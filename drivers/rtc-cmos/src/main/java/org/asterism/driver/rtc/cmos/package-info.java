/**
 * The MC146818 real-time clock that PCs keep time with while they are off.
 *
 * <p>Context: task; waits for the clock to finish its update. Spec: Motorola MC146818 data sheet; the century register is ACPI's.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.driver.rtc.cmos;
