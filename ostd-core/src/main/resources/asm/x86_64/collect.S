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
        .section .note.GNU-stack, "", @progbits
