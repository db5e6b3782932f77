/* Access to user memory from the kernel. A fault at an address listed in the recovery table continues at its recovery address:
   copies then return how many bytes are left, at the granularity of the step that faulted. */

.macro RECOVER from, to, at
    .pushsection .recovery, "a"
    .quad \from, \to, \at
    .popsection
.endm

.section .text.assembly, "ax"
/* long ostd_copy_user(long to, long from, long bytes): either direction; returns bytes left. */
.global ostd_copy_user
ostd_copy_user:
    movq %rdx, %rax
    stac
copy_begin:
    subq $64, %rdx
    jb 2f
1:  movq (%rsi), %rcx
    movq 8(%rsi), %r8
    movq 16(%rsi), %r9
    movq 24(%rsi), %r10
    movq %rcx, (%rdi)
    movq %r8, 8(%rdi)
    movq %r9, 16(%rdi)
    movq %r10, 24(%rdi)
    movq 32(%rsi), %rcx
    movq 40(%rsi), %r8
    movq 48(%rsi), %r9
    movq 56(%rsi), %r10
    movq %rcx, 32(%rdi)
    movq %r8, 40(%rdi)
    movq %r9, 48(%rdi)
    movq %r10, 56(%rdi)
    addq $64, %rsi
    addq $64, %rdi
    subq $64, %rax
    subq $64, %rdx
    jae 1b
2:  cmpq $8, %rax
    jb 4f
3:  movq (%rsi), %rcx
    movq %rcx, (%rdi)
    addq $8, %rsi
    addq $8, %rdi
    subq $8, %rax
    cmpq $8, %rax
    jae 3b
4:  testq %rax, %rax
    jz copy_end
5:  movb (%rsi), %cl
    movb %cl, (%rdi)
    incq %rsi
    incq %rdi
    decq %rax
    jnz 5b
copy_end:
    clac
    ret
    RECOVER copy_begin, copy_end, copy_end

/* long ostd_clear_user(long to, long bytes): returns bytes left. */
.global ostd_clear_user
ostd_clear_user:
    movq %rsi, %rax
    xorl %ecx, %ecx
    stac
clear_begin:
    cmpq $8, %rax
    jb 2f
1:  movq %rcx, (%rdi)
    addq $8, %rdi
    subq $8, %rax
    cmpq $8, %rax
    jae 1b
2:  testq %rax, %rax
    jz clear_end
3:  movb %cl, (%rdi)
    incq %rdi
    decq %rax
    jnz 3b
clear_end:
    clac
    ret
    RECOVER clear_begin, clear_end, clear_end

/* long ostd_load_user_int(long address): the word, or -1 on a fault. */
.global ostd_load_user_int
ostd_load_user_int:
    stac
load_begin:
    movl (%rdi), %eax
load_end:
    clac
    ret
load_fault:
    clac
    movq $-1, %rax
    ret
    RECOVER load_begin, load_end, load_fault

/* long ostd_exchange_user_int(long address, int expected, int value): the witness, or -1 on a fault. */
.global ostd_exchange_user_int
ostd_exchange_user_int:
    movl %esi, %eax
    stac
exchange_begin:
    lock cmpxchgl %edx, (%rdi)
exchange_end:
    clac
    movl %eax, %eax
    ret
    RECOVER exchange_begin, exchange_end, load_fault
    .section .note.GNU-stack, "", @progbits
