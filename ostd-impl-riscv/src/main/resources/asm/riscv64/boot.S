/* From OpenSBI (supervisor mode, paging off, a0 = hart, a1 = device tree) to ostd_main in the highest 2 GiB.
   Provisional Sv39 tables of 1 GiB pages map the first 128 GiB as the linear map, and the GiB of the image identically and where it is linked. */

#include "thread-area.S"

.set LINEAR_ENTRY, 256          /* root index of 0xffffffc000000000 */
.set IMAGE_ENTRY, 510           /* root index of 0xffffffff80000000 */
.set DATA, 0xc7                 /* dirty, accessed, writable, readable, valid */
.set ANYTHING, 0xcf             /* executable, too */
.set GIBIBYTE, 1 << 28          /* in an entry */
.set STACK_BYTES, 65536         /* as of every kernel stack: RiscvBoot */
.set STACK_RESERVE_BYTES, 22528
.set STATUS_FLOATING, 0x6000    /* sstatus.FS = dirty: registers are usable, for user programs and kernel */

.section .boot.text, "ax"
.global ostd_start
ostd_start:
    csrw sie, zero
    csrci sstatus, 2
    mv s1, a0
    mv s2, a1
    lla t0, boot_root
    li t1, LINEAR_ENTRY * 8
    add t1, t0, t1
    li t2, DATA
    li t3, GIBIBYTE
    li t4, 128
1:  sd t2, 0(t1)
    add t2, t2, t3
    addi t1, t1, 8
    addi t4, t4, -1
    bnez t4, 1b
    li t2, 2 * GIBIBYTE + ANYTHING
    sd t2, 2 * 8(t0)
    li t1, IMAGE_ENTRY * 8
    add t1, t0, t1
    sd t2, 0(t1)
    srli t0, t0, 12
    li t1, 8 << 60              /* Sv39 */
    or t0, t0, t1
    sfence.vma
    csrw satp, t0
    sfence.vma
    lla t0, boot_high_address
    ld t0, 0(t0)
    jr t0

.section .boot.data, "a"
    .balign 8
boot_high_address:
    .quad boot_high

.section .boot.tables, "aw", @nobits
    .balign 4096
boot_root:
    .zero 4096

.section .text.assembly, "ax"
boot_high:
    /* The boot task: its thread area lies above its stack; preemption is off until the scheduler runs. */
    lla tp, ostd_boot_area
    mv sp, tp
    sd tp, AREA_SELF(tp)
    sd tp, AREA_STACK_BASE(tp)
    li t0, 1
    sw t0, AREA_PREEMPTION_DEPTH(tp)
    li t0, 0xffff
    sw t0, AREA_TASK_ID(tp)
    lla t0, ostd_boot_stack + 4096 + STACK_RESERVE_BYTES
    sd t0, AREA_STACK_LIMIT(tp)
    lla t0, ostd_boot_cpu
    sd t0, AREA_CPU(tp)
    csrw sscratch, zero
    lla t0, ostd_trap_entry
    csrw stvec, t0
    li t0, STATUS_FLOATING
    csrs sstatus, t0
    mv a0, s1
    mv a1, s2
    li s0, 0
    call ostd_main
1:  wfi
    j 1b

.bss
    /* As every kernel stack: bit 16 is set in the addresses of the stack, and clear in those of the guard below. */
    .balign 2 * STACK_BYTES
    .zero STACK_BYTES - 4096
.global ostd_boot_stack
ostd_boot_stack:
    .zero 4096 + STACK_BYTES
    BOOT_MEMORY
    .section .note.GNU-stack, "", @progbits
