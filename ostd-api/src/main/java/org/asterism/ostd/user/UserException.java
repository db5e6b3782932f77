package org.asterism.ostd.user;

/** Why a user program left user mode involuntarily, the same on all architectures. */
public enum UserException {
    /** A page was missing or its rights did not allow the access. */
    PAGE_FAULT,
    /** An integer division by zero or its overflow. */
    DIVIDE,
    /** A floating-point or vector exception. */
    FLOATING_POINT,
    /** An instruction that does not exist or is not allowed in user mode (x86: #UD). */
    ILLEGAL_INSTRUCTION,
    /** A protection violation other than a page fault (x86: #GP, #SS, non-canonical address). */
    PROTECTION,
    /** A misaligned access. */
    ALIGNMENT,
    /** A breakpoint instruction. */
    BREAKPOINT,
    /** A single step or hardware breakpoint. */
    DEBUG,
    /** Anything else. */
    OTHER
}
