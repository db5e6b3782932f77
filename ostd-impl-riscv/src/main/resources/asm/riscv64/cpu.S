/* A few processor instructions each, with the C calling convention. */
.option arch, +f, +d
#include "thread-area.S"
.set STIMECMP, 0x14d            /* Sstc */
.set INTERRUPTS, 2              /* sstatus.SIE */

.section .text.assembly, "ax"

.macro FUNCTION name
    .balign 8
    .global \name
\name:
.endm

/* long ostd_disable_interrupts(): the status before */
FUNCTION ostd_disable_interrupts
    csrrci a0, sstatus, INTERRUPTS
    ret

/* void ostd_restore_interrupts(long status) */
FUNCTION ostd_restore_interrupts
    andi a0, a0, INTERRUPTS
    csrs sstatus, a0
    ret

FUNCTION ostd_enable_interrupts
    csrsi sstatus, INTERRUPTS
    ret

/* void ostd_wait(): waits with interrupts off, for which a pending one is enough, then turns them on */
FUNCTION ostd_wait
    wfi
    csrsi sstatus, INTERRUPTS
    ret

FUNCTION ostd_halt
    csrci sstatus, INTERRUPTS
1:  wfi
    j 1b

/* void ostd_select_interrupts(long sources): sie */
FUNCTION ostd_select_interrupts
    csrw sie, a0
    ret

FUNCTION ostd_read_status
    csrr a0, sstatus
    ret

FUNCTION ostd_read_time
    rdtime a0
    ret

FUNCTION ostd_read_satp
    csrr a0, satp
    ret

/* long ostd_write_satp(long value): what the register holds afterwards; a mode that the processor lacks changes nothing */
FUNCTION ostd_write_satp
    csrw satp, a0
    sfence.vma
    fence.i                     /* what was stored may be code of the other space */
    csrr a0, satp
    ret

FUNCTION ostd_invalidate_page
    sfence.vma a0
    fence.i
    ret

/* long ostd_sbi(int extension, int function, long first, long second): the value, or the negative error */
FUNCTION ostd_sbi
    mv a7, a0
    mv a6, a1
    mv a0, a2
    mv a1, a3
    ecall
    bnez a0, 1f
    mv a0, a1
1:  ret

FUNCTION ostd_set_compare
    csrw STIMECMP, a0
    ret

/* long ostd_probe_compare(): 0 if this processor has Sstc and may use it */
FUNCTION ostd_probe_compare
probe_begin:
    csrr a0, STIMECMP
probe_end:
    li a0, 0
    ret
probe_fault:
    li a0, -1
    ret
    .pushsection .recovery, "a"
    .quad probe_begin, probe_end, probe_fault
    .popsection

.macro EACH_FLOATING operation, base
    .irp n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    \operation f\n, 8 * \n(\base)
    .endr
.endm

/* void ostd_save_floating_point(long image): stores the user's registers, and leaves the kernel's control word behind */
FUNCTION ostd_save_floating_point
    EACH_FLOATING fsd, a0
    csrrw t0, fcsr, zero
    sd t0, 256(a0)
    ret

FUNCTION ostd_restore_floating_point
    ld t0, 256(a0)
    csrw fcsr, t0
    EACH_FLOATING fld, a0
    ret

/* int32_t asterism_floating_begin(void): every function that computes in floating-point registers calls it first, and _end last */
FUNCTION asterism_floating_begin
    lw t0, AREA_FLOATING(tp)
    addi t0, t0, 1
    sw t0, AREA_FLOATING(tp)
    addi t0, t0, -1
    bnez t0, 1f
    addi sp, sp, -16
    sd ra, 8(sp)
    sd s0, 0(sp)
    addi s0, sp, 16
    call ostd_take_floating_registers
    ld ra, 8(sp)
    ld s0, 0(sp)
    addi sp, sp, 16
    /* Also if the registers were taken before: a preemption since the first instruction has brought the user's control word back. */
    csrw fcsr, zero
1:  ret

FUNCTION asterism_floating_end
    lw t0, AREA_FLOATING(tp)
    addi t0, t0, -1
    sw t0, AREA_FLOATING(tp)
    ret

/* void ostd_preempt_floating(void) */
FUNCTION ostd_preempt_floating
    addi sp, sp, -288
    sd ra, 280(sp)
    sd s0, 272(sp)
    addi s0, sp, 288
    EACH_FLOATING fsd, sp
    csrr t0, fcsr
    sd t0, 256(sp)
    call ostd_preempt
    ld t0, 256(sp)
    csrw fcsr, t0
    EACH_FLOATING fld, sp
    ld ra, 280(sp)
    ld s0, 272(sp)
    addi sp, sp, 288
    ret
    .section .note.GNU-stack, "", @progbits
