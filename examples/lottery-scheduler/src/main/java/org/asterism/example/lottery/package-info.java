/**
 * A lottery scheduler (Waldspurger and Weihl, OSDI 1994): each draw gives the processor to a thread with a chance in proportion to its tickets.
 *
 * <p>{@link org.asterism.example.lottery.LotteryScheduler} is called in atomic context with the run queue locked. The assembler proves that it
 * neither allocates nor blocks, or refuses the kernel with the path to what does.
 */
package org.asterism.example.lottery;
