/**
 * How deep stacks get. Frame sizes come from the C compiler, calls from the compiler's own graph; methods on cycles compare the stack pointer
 * with a limit, so that what lies between two comparisons has no cycle and a greatest depth.
 */
package org.asterism.aot.stack;
