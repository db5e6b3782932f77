/* Entry of a Linux process, system calls, and the memory that must exist before the first line of Java. */
        .text
        .globl  _start
        .type   _start, @function
_start:
        xorl    %ebp, %ebp
        movq    %rsp, %rbx                      /* argc, argv, environment */
        movl    $158, %eax                      /* arch_prctl */
        movl    $0x1002, %edi                   /* ARCH_SET_FS */
        leaq    boot_thread_area(%rip), %rsi
        syscall
        movq    %rbx, %rdi
        andq    $-16, %rsp
        call    ostd_main
        ud2
        .size   _start, . - _start

/* long asterism_linux_syscall(long number, long a, long b, long c, long d, long e, long f) */
        .globl  asterism_linux_syscall
        .type   asterism_linux_syscall, @function
asterism_linux_syscall:
        movq    %rdi, %rax
        movq    %rsi, %rdi
        movq    %rdx, %rsi
        movq    %rcx, %rdx
        movq    %r8, %r10
        movq    %r9, %r8
        movq    8(%rsp), %r9
        syscall
        ret
        .size   asterism_linux_syscall, . - asterism_linux_syscall

        .data
        .balign 64
boot_thread_area:
        .quad   boot_thread_area                /* self */
        .fill   32, 1, 0
        .long   1                               /* task identity */
        .fill   1024 - 44, 1, 0

        .bss
        .balign 16
        .globl  asterism_boot_arena_start
asterism_boot_arena_start:
        .skip   256 * 1024
        .globl  asterism_boot_arena_end
asterism_boot_arena_end:
        .balign 16
        .globl  asterism_scratch
asterism_scratch:
        .skip   4096
        .section .note.GNU-stack, "", @progbits
