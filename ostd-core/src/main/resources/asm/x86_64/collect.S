/* Puts every register that a callee must preserve on the stack, where the collector looks, and collects.
   void asterism_save_registers_and_collect(long cause); calls asterism_collect_saved(stack pointer, cause). */
        .text
        .globl  asterism_save_registers_and_collect
        .type   asterism_save_registers_and_collect, @function
asterism_save_registers_and_collect:
        pushq   %rbp
        movq    %rsp, %rbp
        pushq   %rbx
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        pushq   %rdi
        movq    %rdi, %rsi
        movq    %rsp, %rdi
        call    asterism_collect_saved
        popq    %rdi
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %rbx
        popq    %rbp
        ret
        .size   asterism_save_registers_and_collect, . - asterism_save_registers_and_collect

        .macro  STORE_VECTORS
        .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
        movups  %xmm\n, 16 * \n(%rsp)
        .endr
        .endm
        .macro  LOAD_VECTORS
        .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
        movups  16 * \n(%rsp), %xmm\n
        .endr
        .endm

/* Tells the collector of a reference that is about to be stored; where the emission point of reference stores goes while asterism_marking
   is not 0. Takes the reference from the stack, and keeps every register: nothing at the emission point is spilled for it.
   void asterism_tell(long reference on the stack); calls asterism_tell_collector(reference). */
        .globl  asterism_tell
        .type   asterism_tell, @function
asterism_tell:
        pushq   %rbp
        movq    %rsp, %rbp
        pushq   %rax
        pushq   %rcx
        pushq   %rdx
        pushq   %rsi
        pushq   %rdi
        pushq   %r8
        pushq   %r9
        pushq   %r10
        pushq   %r11
        movq    16(%rbp), %rdi
#ifdef __code_model_kernel__
        andq    $-16, %rsp
        call    asterism_tell_collector
#else
        subq    $256, %rsp              /* a process may hold doubles in registers, and nothing in those of the x87 */
        andq    $-16, %rsp
        STORE_VECTORS                   /* fxsave64 and fxrstor64 take five times as long */
        call    asterism_tell_collector
        LOAD_VECTORS
#endif
        leaq    -72(%rbp), %rsp
        popq    %r11
        popq    %r10
        popq    %r9
        popq    %r8
        popq    %rdi
        popq    %rsi
        popq    %rdx
        popq    %rcx
        popq    %rax
        popq    %rbp
        ret     $8
        .size   asterism_tell, . - asterism_tell

        .bss
        .globl  asterism_marking
        .hidden asterism_marking
        .balign 4
asterism_marking:
        .skip   4
        .section .note.GNU-stack, "", @progbits
