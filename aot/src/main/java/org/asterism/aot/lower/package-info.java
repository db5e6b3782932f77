/**
 * Rewrites what has no direct counterpart in C into plain bytecode, once, when a method is first reached: lambdas, string
 * concatenation, record methods, assertions, floating remainders, and offsets asked of {@code Unsafe}.
 */
package org.asterism.aot.lower;
