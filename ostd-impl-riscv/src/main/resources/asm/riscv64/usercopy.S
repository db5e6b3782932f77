/* Access to user memory from the kernel, between setting and clearing sstatus.SUM. A fault at an address listed in the recovery table
   continues at its recovery address: copies then return how many bytes are left, at the granularity of the step that faulted. */
.set STATUS_USER_ACCESS, 1 << 18

.macro RECOVER from, to, at
    .pushsection .recovery, "a"
    .quad \from, \to, \at
    .popsection
.endm

.macro BEGIN_ACCESS
    li t6, STATUS_USER_ACCESS
    csrs sstatus, t6
.endm

.macro END_ACCESS
    li t6, STATUS_USER_ACCESS
    csrc sstatus, t6
.endm

.section .text.assembly, "ax"
/* long ostd_copy_user(long to, long from, long bytes): either direction; returns bytes left. */
.global ostd_copy_user
ostd_copy_user:
    BEGIN_ACCESS
    li t5, 64
    li t4, 8
copy_begin:
    bltu a2, t5, 2f
1:  ld t0, 0(a1)
    ld t1, 8(a1)
    ld t2, 16(a1)
    ld t3, 24(a1)
    ld a3, 32(a1)
    ld a4, 40(a1)
    ld a5, 48(a1)
    ld a6, 56(a1)
    sd t0, 0(a0)
    sd t1, 8(a0)
    sd t2, 16(a0)
    sd t3, 24(a0)
    sd a3, 32(a0)
    sd a4, 40(a0)
    sd a5, 48(a0)
    sd a6, 56(a0)
    addi a1, a1, 64
    addi a0, a0, 64
    addi a2, a2, -64
    bgeu a2, t5, 1b
2:  bltu a2, t4, 4f
3:  ld t0, 0(a1)
    sd t0, 0(a0)
    addi a1, a1, 8
    addi a0, a0, 8
    addi a2, a2, -8
    bgeu a2, t4, 3b
4:  beqz a2, copy_end
5:  lb t0, 0(a1)
    sb t0, 0(a0)
    addi a1, a1, 1
    addi a0, a0, 1
    addi a2, a2, -1
    bnez a2, 5b
copy_end:
    END_ACCESS
    mv a0, a2
    ret
    RECOVER copy_begin, copy_end, copy_end

/* long ostd_clear_user(long to, long bytes): returns bytes left. */
.global ostd_clear_user
ostd_clear_user:
    BEGIN_ACCESS
    li t4, 8
clear_begin:
    bltu a1, t4, 2f
1:  sd zero, 0(a0)
    addi a0, a0, 8
    addi a1, a1, -8
    bgeu a1, t4, 1b
2:  beqz a1, clear_end
3:  sb zero, 0(a0)
    addi a0, a0, 1
    addi a1, a1, -1
    bnez a1, 3b
clear_end:
    END_ACCESS
    mv a0, a1
    ret
    RECOVER clear_begin, clear_end, clear_end

/* long ostd_load_user_int(long address): the word, or -1 on a fault. */
.global ostd_load_user_int
ostd_load_user_int:
    BEGIN_ACCESS
load_begin:
    lwu a0, 0(a0)
load_end:
    END_ACCESS
    ret
load_fault:
    END_ACCESS
    li a0, -1
    ret
    RECOVER load_begin, load_end, load_fault

/* long ostd_exchange_user_int(long address, int expected, int value): the witness, or -1 on a fault. */
.global ostd_exchange_user_int
ostd_exchange_user_int:
    BEGIN_ACCESS
exchange_begin:
1:  lr.w.aqrl a3, (a0)
    bne a3, a1, exchange_end
    sc.w.rl a4, a2, (a0)
    bnez a4, 1b
exchange_end:
    END_ACCESS
    slli a0, a3, 32
    srli a0, a0, 32
    ret
    RECOVER exchange_begin, exchange_end, load_fault
    .section .note.GNU-stack, "", @progbits
