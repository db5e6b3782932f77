/* Entry from exceptions and interrupts. sscratch is 0 in kernel mode, and the thread area of the running task in user mode. */

#include "thread-area.S"

/* A register frame: the program counter, then x1 to x31 at 8 times their number. */
.set FRAME_PC, 0
.set FRAME_SP, 16
.set FRAME_TP, 32
.set FRAME_CAUSE, 256
.set FRAME_VALUE, 264
.set FRAME_STATUS, 272
.set FRAME_BYTES, 288

.set STATUS_PREVIOUS_INTERRUPTS, 1 << 5
.set STATUS_PREVIOUS_SUPERVISOR, 1 << 8
.set STATUS_USER_ACCESS, 1 << 18
.set EMERGENCY_STACK_BYTES, 8192
.set STACK_SHIFT, 16             /* of the size of a kernel stack */

/* All general registers but sp and tp. */
.macro EACH_REGISTER operation
    .irp n, 1,3,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    \operation x\n, 8 * \n(sp)
    .endr
.endm

.macro EACH_PRESERVED operation
    \operation ra, 104(sp)
    .irp n, 0,1,2,3,4,5,6,7,8,9,10,11
    \operation s\n, 96 - 8 * \n(sp)
    .endr
.endm

.section .text.assembly, "ax"
.balign 4
.global ostd_trap_entry
ostd_trap_entry:
    csrrw tp, sscratch, tp
    bnez tp, trap_from_user

    csrrw tp, sscratch, tp
    addi sp, sp, -FRAME_BYTES
    csrw sscratch, t0
    srli t0, sp, STACK_SHIFT
    andi t0, t0, 1
    beqz t0, stack_overflow
    csrr t0, sscratch
save_kernel:
    csrw sscratch, zero
    EACH_REGISTER sd
    sd tp, FRAME_TP(sp)
    addi t0, sp, FRAME_BYTES
    sd t0, FRAME_SP(sp)
    csrr t0, sepc
    csrr t1, scause
    csrr t2, stval
    csrr t3, sstatus
    sd t0, FRAME_PC(sp)
    sd t1, FRAME_CAUSE(sp)
    sd t2, FRAME_VALUE(sp)
    sd t3, FRAME_STATUS(sp)
    li t0, STATUS_USER_ACCESS
    csrc sstatus, t0
    mv a0, sp
    call ostd_trap
    ld t0, FRAME_STATUS(sp)
    csrw sstatus, t0
    ld t0, FRAME_PC(sp)
    csrw sepc, t0
    sc.d zero, t0, (sp)         /* ends a reservation that the interrupted code may hold */
    EACH_REGISTER ld
    ld sp, FRAME_SP(sp)
    sret

/* The frame would lie in the guard below the stack: the report is made on a stack of its own, and nobody returns. */
stack_overflow:
    lla t0, emergency_stack + EMERGENCY_STACK_BYTES - FRAME_BYTES
    mv sp, t0
    csrr t0, sscratch
    j save_kernel

/* From user mode: complete the frame in the user image and return from ostd_enter_user with interrupts off. */
trap_from_user:
    sd sp, AREA_SCRATCH(tp)
    ld sp, AREA_USER_IMAGE(tp)
    EACH_REGISTER sd
    csrrw t0, sscratch, zero
    sd t0, FRAME_TP(sp)
    ld t0, AREA_SCRATCH(tp)
    sd t0, FRAME_SP(sp)
    csrr t0, sepc
    csrr t1, scause
    csrr t2, stval
    sd t0, FRAME_PC(sp)
    sd t1, FRAME_CAUSE(sp)
    sd t2, FRAME_VALUE(sp)
    ld sp, AREA_KERNEL_STACK(tp)
    EACH_PRESERVED ld
    addi sp, sp, 112
    ret

/* void ostd_enter_user(long frame): runs user mode with the registers of the frame; returns, with interrupts off, after the next trap has
   stored the frame again. Called with interrupts off. */
.global ostd_enter_user
ostd_enter_user:
    addi sp, sp, -112
    EACH_PRESERVED sd
    sd sp, AREA_KERNEL_STACK(tp)
    sd a0, AREA_USER_IMAGE(tp)
    csrw sscratch, tp
    li t0, STATUS_PREVIOUS_SUPERVISOR | STATUS_USER_ACCESS
    csrc sstatus, t0
    li t0, STATUS_PREVIOUS_INTERRUPTS
    csrs sstatus, t0
    mv sp, a0
    ld t0, FRAME_PC(sp)
    csrw sepc, t0
    sc.d zero, t0, (sp)         /* ends a reservation of another program */
    EACH_REGISTER ld
    ld tp, FRAME_TP(sp)
    ld sp, FRAME_SP(sp)
    sret

/* void ostd_switch(long saveStackPointer, long stackPointer, long area): leaves the running task, whose stack pointer is stored at the
   first argument, for the task that last called ostd_switch with that stack. Called with interrupts off. */
.global ostd_switch
ostd_switch:
    addi sp, sp, -112
    EACH_PRESERVED sd
    sd sp, 0(a0)
    mv sp, a1
    ld t0, AREA_CPU(tp)
    sd t0, AREA_CPU(a2)
    mv tp, a2
    EACH_PRESERVED ld
    addi sp, sp, 112
    ret

/* Where a new task begins: the return address on its prepared stack. */
.global ostd_task_entry
ostd_task_entry:
    li s0, 0
    call ostd_task_start
    ebreak

.bss
    .balign 16
emergency_stack:
    .zero EMERGENCY_STACK_BYTES
    .section .note.GNU-stack, "", @progbits
