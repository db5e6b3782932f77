/**
 * OSTD on bare x86-64 (Intel SDM vol. 3, AMD APM vol. 2): boot through the PVH note, descriptor tables and traps, page tables, APIC and
 * TSC, 8250 serial ports, ACPI power-off.
 *
 * <p>Entered from assembly: {@code ostd_main} ({@link org.asterism.ostd.x86.X86Boot}), {@code ostd_trap}
 * ({@link org.asterism.ostd.x86.Traps}) and {@code ostd_task_start}. Top halves of interrupts touch raw memory only.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.x86;
