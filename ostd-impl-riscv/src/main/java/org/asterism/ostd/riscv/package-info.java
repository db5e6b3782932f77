/**
 * OSTD on bare RV64 (RISC-V privileged architecture 1.12, SBI 1.0, Devicetree 0.4): boot under OpenSBI, Sv39 and Sv48, traps, the platform-level
 * interrupt controller, the supervisor timer, 16550 serial ports, system reset.
 *
 * <p>Entered from assembly: {@code ostd_main} ({@link org.asterism.ostd.riscv.RiscvBoot}), {@code ostd_trap}
 * ({@link org.asterism.ostd.riscv.Traps}) and {@code ostd_task_start}. Top halves of interrupts touch raw memory only.
 *
 * <p>Boot options: {@code paging=sv39} or {@code paging=sv48} for other page tables than the largest that the processor has; {@code selftest} and
 * {@code panic=halt} as on x86-64.
 *
 * <p>Limits: one processor is booted. User programs have single and double precision and no vectors.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.riscv;
