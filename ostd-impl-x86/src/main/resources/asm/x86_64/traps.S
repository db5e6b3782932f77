/* Entry from exceptions and interrupts. Vector n enters at ostd_trap_stubs + 16 n. */

#include "thread-area.S"
.set CPU_TASK_STATE_SEGMENT, 0  /* of CpuArea: address of this processor's TSS */

.set TSS_RSP0, 4

.set KERNEL_CODE, 0x10
.set KERNEL_DATA, 0x18
.set USER_DATA, 0x2b
.set USER_CODE, 0x33

/* A register frame, from its lowest address: r15 r14 r13 r12 r11 r10 r9 r8 rbp rdi rsi rdx rcx rbx rax, vector, error code,
   rip cs rflags rsp ss. */
.set FRAME_BYTES, 176
.set FRAME_RCX, 96
.set FRAME_VECTOR, 120
.set FRAME_ERROR, 128
.set FRAME_RIP, 136
.set FRAME_CS, 144
.set FRAME_RFLAGS, 152
.set FRAME_RSP, 160

.set VECTOR_SYSCALL, 256

.macro PUSH_REGISTERS
    pushq %rax
    pushq %rbx
    pushq %rcx
    pushq %rdx
    pushq %rsi
    pushq %rdi
    pushq %rbp
    pushq %r8
    pushq %r9
    pushq %r10
    pushq %r11
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
.endm

.macro POP_REGISTERS
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %r11
    popq %r10
    popq %r9
    popq %r8
    popq %rbp
    popq %rdi
    popq %rsi
    popq %rdx
    popq %rcx
    popq %rbx
    popq %rax
.endm

.section .text.assembly, "ax"
.balign 16
.global ostd_trap_stubs
ostd_trap_stubs:
.set vector, 0
.rept 256
    .balign 16
    .if (vector == 8) || (vector >= 10 && vector <= 14) || (vector == 17) || (vector == 21) || (vector == 29) || (vector == 30)
    .else
    pushq $0
    .endif
    pushq $vector
    .if (vector == 2) || (vector == 8) || (vector == 18)
    jmp trap_on_own_stack
    .else
    jmp trap_entry
    .endif
    .set vector, vector + 1
.endr
    .balign 16

trap_entry:
    testb $3, 24(%rsp)
    jnz trap_from_user
    PUSH_REGISTERS
    clac
    cld
    movq %rsp, %rdi
    call ostd_trap
    POP_REGISTERS
    addq $16, %rsp
    iretq

/* From user mode the processor pushed its frame at the end of the user image (TSS.RSP0): complete it there and return from
   ostd_enter_user with interrupts off. */
trap_from_user:
    PUSH_REGISTERS
    swapgs
    clac
    cld
leave_user:
    movq %gs:AREA_KERNEL_STACK, %rsp
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbx
    popq %rbp
    ret

/* NMI, double fault and machine check have stacks of their own and may interrupt the few instructions that run in kernel mode with
   the user's GS base: a kernel GS base is recognised by its sign, for users cannot set a negative one. */
trap_on_own_stack:
    PUSH_REGISTERS
    clac
    cld
    movl $0xc0000101, %ecx
    rdmsr
    xorl %ebx, %ebx
    testl %edx, %edx
    js 1f
    swapgs
    incl %ebx
1:  movq %rsp, %rdi
    call ostd_trap
    testl %ebx, %ebx
    jz 2f
    swapgs
2:  POP_REGISTERS
    addq $16, %rsp
    iretq

/* void ostd_enter_user(long imageEnd): runs user mode with the registers of the frame that ends at imageEnd; returns, with interrupts
   off, after the next trap or system call has stored the frame again. Called with interrupts off. */
.global ostd_enter_user
ostd_enter_user:
    pushq %rbp
    pushq %rbx
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    movq %rsp, %gs:AREA_KERNEL_STACK
    movq %gs:AREA_CPU, %rax
    movq CPU_TASK_STATE_SEGMENT(%rax), %rax
    movq %rdi, TSS_RSP0(%rax)
    movq %rdi, %gs:AREA_USER_IMAGE
    leaq -FRAME_BYTES(%rdi), %rsp

    /* sysret restores exactly what syscall stored: rip from rcx, rflags from r11. Its fault on a non-canonical rip would come in
       kernel mode on the user's stack, so such a frame goes through iretq, as does one with TF, RF or NT. */
    cmpq $VECTOR_SYSCALL, FRAME_VECTOR(%rsp)
    jne 1f
    movq FRAME_RIP(%rsp), %rax
    cmpq %rax, FRAME_RCX(%rsp)
    jne 1f
    shrq $47, %rax
    jnz 1f
    movq FRAME_RFLAGS(%rsp), %rax
    cmpq %rax, 32(%rsp)         /* r11 */
    jne 1f
    testl $0x14100, %eax
    jnz 1f
    POP_REGISTERS
    movq FRAME_RSP - FRAME_VECTOR(%rsp), %rsp
    swapgs
    sysretq

1:  POP_REGISTERS
    addq $16, %rsp
    swapgs
.global ostd_user_return
ostd_user_return:
    iretq

.global ostd_syscall_entry
ostd_syscall_entry:
    swapgs
    movq %rsp, %gs:AREA_SCRATCH
    movq %gs:AREA_USER_IMAGE, %rsp
    pushq $USER_DATA
    pushq %gs:AREA_SCRATCH
    pushq %r11
    pushq $USER_CODE
    pushq %rcx
    pushq $0
    pushq $VECTOR_SYSCALL
    PUSH_REGISTERS
    jmp leave_user

/* void ostd_switch(long saveStackPointer, long stackPointer, long area): leaves the running task, whose stack pointer is stored at the
   first argument, for the task that last called ostd_switch with that stack. Called with interrupts off. */
.global ostd_switch
ostd_switch:
    pushq %rbp
    pushq %rbx
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    movq %rsp, (%rdi)
    movq %rsi, %rsp
    movq %gs:AREA_CPU, %rax
    movq %rax, AREA_CPU(%rdx)
    movq %rdx, %rax
    shrq $32, %rdx
    movl $0xc0000101, %ecx      /* GS base */
    wrmsr
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbx
    popq %rbp
    ret

/* Where a new task begins: the return address on its prepared stack. */
.global ostd_task_entry
ostd_task_entry:
    xorl %ebp, %ebp
    call ostd_task_start
    ud2
    .section .note.GNU-stack, "", @progbits
