/* One processor instruction each, with the C calling convention. */
#include "thread-area.S"
.set FXSAVE_BYTES, 512

.section .rodata
    .balign 4
kernel_mxcsr:
    .long 0x1f80                /* round to nearest, no exception traps */

.section .text.assembly, "ax"

.macro FUNCTION name
    .balign 8
    .global \name
\name:
.endm

FUNCTION ostd_in8
    movl %edi, %edx
    xorl %eax, %eax
    inb %dx, %al
    ret

FUNCTION ostd_out8
    movl %edi, %edx
    movl %esi, %eax
    outb %al, %dx
    ret

FUNCTION ostd_in16
    movl %edi, %edx
    xorl %eax, %eax
    inw %dx, %ax
    ret

FUNCTION ostd_out16
    movl %edi, %edx
    movl %esi, %eax
    outw %ax, %dx
    ret

FUNCTION ostd_in32
    movl %edi, %edx
    inl %dx, %eax
    ret

FUNCTION ostd_out32
    movl %edi, %edx
    movl %esi, %eax
    outl %eax, %dx
    ret

/* void ostd_out8_many(int port, long from, int count) */
FUNCTION ostd_out8_many
    movl %edx, %ecx
    movl %edi, %edx
    rep outsb
    ret

FUNCTION ostd_read_msr
    movl %edi, %ecx
    rdmsr
    shlq $32, %rdx
    orq %rdx, %rax
    ret

FUNCTION ostd_write_msr
    movl %edi, %ecx
    movq %rsi, %rax
    movq %rsi, %rdx
    shrq $32, %rdx
    wrmsr
    ret

/* long ostd_cpuid(int leaf, int subleaf, int register): 0 eax, 1 ebx, 2 ecx, 3 edx */
FUNCTION ostd_cpuid
    pushq %rbx
    movl %edx, %r8d
    movl %edi, %eax
    movl %esi, %ecx
    cpuid
    cmpl $1, %r8d
    cmovel %ebx, %eax
    cmpl $2, %r8d
    cmovel %ecx, %eax
    cmpl $3, %r8d
    cmovel %edx, %eax
    movl %eax, %eax
    popq %rbx
    ret

FUNCTION ostd_read_tsc
    rdtsc
    shlq $32, %rdx
    orq %rdx, %rax
    ret

/* long ostd_random(): a random word; 0 if the processor has none to give now */
FUNCTION ostd_random
    movl $16, %ecx
1:  rdrand %rax
    jc 2f
    loop 1b
    xorl %eax, %eax
2:  ret

FUNCTION ostd_read_cr0
    movq %cr0, %rax
    ret

FUNCTION ostd_read_cr2
    movq %cr2, %rax
    ret

FUNCTION ostd_read_cr3
    movq %cr3, %rax
    ret

FUNCTION ostd_write_cr3
    movq %rdi, %cr3
    ret

FUNCTION ostd_read_cr4
    movq %cr4, %rax
    ret

FUNCTION ostd_write_cr4
    movq %rdi, %cr4
    ret

FUNCTION ostd_invalidate_page
    invlpg (%rdi)
    ret

/* long ostd_disable_interrupts(): the flags before */
FUNCTION ostd_disable_interrupts
    pushfq
    popq %rax
    cli
    ret

/* void ostd_restore_interrupts(long flags) */
FUNCTION ostd_restore_interrupts
    testl $0x200, %edi
    jz 1f
    sti
1:  ret

FUNCTION ostd_enable_interrupts
    sti
    ret

/* void ostd_wait(): turns interrupts on and halts in one step, so that none slips in between */
FUNCTION ostd_wait
    sti
    hlt
    ret

FUNCTION ostd_halt
    cli
1:  hlt
    jmp 1b

/* void ostd_load_tables(long gdtPointer, long idtPointer, int taskRegister) */
FUNCTION ostd_load_tables
    lgdt (%rdi)
    lidt (%rsi)
    pushq $0x10
    leaq 1f(%rip), %rax
    pushq %rax
    lretq
1:  movl $0x18, %eax
    movl %eax, %ss
    xorl %eax, %eax
    movl %eax, %ds
    movl %eax, %es
    ltr %dx
    ret

/* void ostd_load_user_segments(long fsBase, long gsBase): null selectors and these bases for user mode; interrupts are off */
FUNCTION ostd_load_user_segments
    xorl %eax, %eax
    movl %eax, %ds
    movl %eax, %es
    movl %eax, %fs
    swapgs
    movl %eax, %gs
    swapgs
    movl $0xc0000100, %ecx
    movq %rdi, %rax
    movq %rdi, %rdx
    shrq $32, %rdx
    wrmsr
    movl $0xc0000102, %ecx
    movq %rsi, %rax
    movq %rsi, %rdx
    shrq $32, %rdx
    wrmsr
    ret

/* void ostd_save_floating_point(long image): stores the user's registers, and leaves the kernel's control word behind */
FUNCTION ostd_save_floating_point
    fxsave64 (%rdi)
    ldmxcsr kernel_mxcsr(%rip)
    ret

FUNCTION ostd_restore_floating_point
    fxrstor64 (%rdi)
    ret

/* int32_t asterism_floating_begin(void): every function that computes in floating-point registers calls it first, and _end last */
FUNCTION asterism_floating_begin
    incl %gs:AREA_FLOATING
    cmpl $1, %gs:AREA_FLOATING
    jne 1f
    subq $8, %rsp
    call ostd_take_floating_registers
    addq $8, %rsp
    /* Also if the registers were taken before: a preemption since the first instruction has brought the user's control word back. */
    ldmxcsr kernel_mxcsr(%rip)
1:  ret

FUNCTION asterism_floating_end
    decl %gs:AREA_FLOATING
    ret

/* void ostd_preempt_floating(void) */
FUNCTION ostd_preempt_floating
    pushq %rbp
    movq %rsp, %rbp
    subq $FXSAVE_BYTES, %rsp
    fxsave64 (%rsp)
    call ostd_preempt
    fxrstor64 (%rsp)
    leave
    ret

/* void ostd_triple_fault(long emptyIdtPointer): restarts a machine that has no other way */
FUNCTION ostd_triple_fault
    lidt (%rdi)
    int3
    ret
    .section .note.GNU-stack, "", @progbits
