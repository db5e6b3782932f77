/* Puts every register that a callee must preserve on the stack, where the collector looks, and collects.
   void asterism_save_registers_and_collect(long cause); calls asterism_collect_saved(stack pointer, cause). */
        .text
        .globl  asterism_save_registers_and_collect
        .type   asterism_save_registers_and_collect, @function
asterism_save_registers_and_collect:
        addi    sp, sp, -112
        sd      ra, 104(sp)
        sd      s0, 96(sp)
        addi    s0, sp, 112
        sd      s1, 88(sp)
        sd      s2, 80(sp)
        sd      s3, 72(sp)
        sd      s4, 64(sp)
        sd      s5, 56(sp)
        sd      s6, 48(sp)
        sd      s7, 40(sp)
        sd      s8, 32(sp)
        sd      s9, 24(sp)
        sd      s10, 16(sp)
        sd      s11, 8(sp)
        mv      a1, a0
        mv      a0, sp
        call    asterism_collect_saved
        ld      ra, 104(sp)             /* the others are as the callee left them: preserved */
        ld      s0, 96(sp)
        addi    sp, sp, 112
        ret
        .size   asterism_save_registers_and_collect, . - asterism_save_registers_and_collect

/* Tells the collector of a reference that is about to be stored; where the emission point of reference stores goes while asterism_marking
   is not 0. Takes the reference in t1, returns to t0, and keeps every other register: nothing at the emission point is spilled for it.
   void asterism_tell(long reference in t1); calls asterism_tell_collector(reference). */
        .globl  asterism_tell
        .type   asterism_tell, @function
asterism_tell:
        addi    sp, sp, -128
        sd      t0, 120(sp)
        sd      s0, 112(sp)
        addi    s0, sp, 128
        sd      ra, 104(sp)
        sd      a0, 96(sp)
        sd      a1, 88(sp)
        sd      a2, 80(sp)
        sd      a3, 72(sp)
        sd      a4, 64(sp)
        sd      a5, 56(sp)
        sd      a6, 48(sp)
        sd      a7, 40(sp)
        sd      t2, 32(sp)
        sd      t3, 24(sp)
        sd      t4, 16(sp)
        sd      t5, 8(sp)
        sd      t6, 0(sp)
        mv      a0, t1
        call    asterism_tell_collector
        ld      t0, 120(sp)
        ld      s0, 112(sp)
        ld      ra, 104(sp)
        ld      a0, 96(sp)
        ld      a1, 88(sp)
        ld      a2, 80(sp)
        ld      a3, 72(sp)
        ld      a4, 64(sp)
        ld      a5, 56(sp)
        ld      a6, 48(sp)
        ld      a7, 40(sp)
        ld      t2, 32(sp)
        ld      t3, 24(sp)
        ld      t4, 16(sp)
        ld      t5, 8(sp)
        ld      t6, 0(sp)
        addi    sp, sp, 128
        jr      t0
        .size   asterism_tell, . - asterism_tell

        .bss
        .globl  asterism_marking
        .hidden asterism_marking
        .balign 4
asterism_marking:
        .skip   4
        .section .note.GNU-stack, "", @progbits
