/**
 * Stack typing of method bodies: an abstract interpretation that finds, before each instruction, the kind of every local and
 * stack slot and what is known of its value (verified class, exactness, non-nullness, constant, producing instruction).
 * Branches decided by a constant are followed one way only, so what they hide never enters the closed world.
 */
package org.asterism.aot.flow;
