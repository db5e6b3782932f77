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
        .irp    n, 1,2,3,4,5,6,7,8,9,10,11
        sd      s\n, 96 - 8 * \n(sp)
        .endr
        mv      a1, a0
        mv      a0, sp
        call    asterism_collect_saved
        ld      ra, 104(sp)             /* the others are as the callee left them: preserved */
        ld      s0, 96(sp)
        addi    sp, sp, 112
        ret
        .size   asterism_save_registers_and_collect, . - asterism_save_registers_and_collect

/* What a call may change but t0 to t2, and the frame pointer. */
        .macro  EACH_OTHER operation
        \operation s0, 112(sp)
        \operation ra, 104(sp)
        .irp    n, 0,1,2,3,4,5,6,7
        \operation a\n, 96 - 8 * \n(sp)
        .endr
        .irp    n, 3,4,5,6
        \operation t\n, 48 - 8 * \n(sp)
        .endr
        .endm

/* Tells the collector of a reference that is about to be stored; where the emission point of reference stores goes while asterism_marking
   is not 0. t1 is lost on the way here. Takes the reference in t2, returns to t0, and keeps every other register: nothing at the emission point is spilled for it.
   void asterism_tell(long reference in t2); calls asterism_tell_collector(reference). */
        .globl  asterism_tell
        .type   asterism_tell, @function
asterism_tell:
        addi    sp, sp, -128
        sd      t0, 120(sp)
        EACH_OTHER sd
        addi    s0, sp, 128
        mv      a0, t2
        call    asterism_tell_collector
        ld      t0, 120(sp)
        EACH_OTHER ld
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
