/* Switching between the tasks of a Linux process, and the signal that preempts them. */
        .text
/* void asterism_switch(long *saved stack pointer, long stack pointer to take, long control area to take)
   The new task goes on where it called this function itself, or at asterism_task_entry. */
        .globl  asterism_switch
        .type   asterism_switch, @function
asterism_switch:
        pushq   %rbp
        pushq   %rbx
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        movq    %rsp, (%rdi)
        movq    %rsi, %rsp
        movl    $158, %eax                      /* arch_prctl */
        movl    $0x1002, %edi                   /* ARCH_SET_FS */
        movq    %rdx, %rsi
        syscall
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %rbx
        popq    %rbp
        ret
        .size   asterism_switch, . - asterism_switch

/* Where a new task begins. */
        .globl  asterism_task_entry
        .type   asterism_task_entry, @function
asterism_task_entry:
        xorl    %ebp, %ebp
        call    asterism_task_main
        ud2
        .size   asterism_task_entry, . - asterism_task_entry

/* What a signal handler returns to. */
        .globl  asterism_signal_return
        .type   asterism_signal_return, @function
asterism_signal_return:
        movl    $15, %eax                       /* rt_sigreturn */
        syscall
        .size   asterism_signal_return, . - asterism_signal_return
        .section .note.GNU-stack, "", @progbits
