/* long asterism_call(long function): calls a compiled function that takes nothing; what it returns is in the same register. */
        .text
        .globl  asterism_call
        .type   asterism_call, @function
asterism_call:
        jr      a0
        .size   asterism_call, . - asterism_call
        .section .note.GNU-stack, "", @progbits
