/**
 * Random programs of instructions, where those of the package above are random programs of Java: flow of control that no loop of Java
 * has, values that stay on the operand stack over branches, every way of {@code dup}, exception ranges that overlap and that cover
 * their own handlers, local variables that hold something else in the next block.
 *
 * <p>A {@link org.asterism.language.random.code.CodeWriter method} is a list of blocks. Each is entered with a stack of chosen kinds;
 * {@link org.asterism.language.random.code.OperandStack} knows at each instruction which kinds are on it, so the verifier accepts
 * all that is written. A block counts down when it is entered, so every method ends.
 */
package org.asterism.language.random.code;
