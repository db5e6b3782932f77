/**
 * OSTD on bare x86-64 (Intel SDM vol. 3, AMD APM vol. 2): boot through the PVH note, descriptor tables and traps, page tables, APIC and
 * TSC, 8250 serial ports, ACPI power-off.
 *
 * <p>Entered from assembly: {@code ostd_main} ({@link org.asterism.ostd.x86.X86Boot}), {@code ostd_trap}
 * ({@link org.asterism.ostd.x86.Traps}) and {@code ostd_task_start}. Top halves of interrupts touch raw memory only.
 *
 * <p>Boot options: {@code selftest} checks the protections and walks the page tables; {@code panic=halt} keeps the machine on after a panic, which
 * otherwise turns it off.
 *
 * <p>Limits: one processor is booted. User programs have SSE and no AVX, because the image of their vector registers is FXSAVE's. Kernel code that
 * computes in floating point does not save the user's vector registers first, so code on the way of a system call must not; the compiler's report and
 * {@code objdump} name such functions.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.x86;
