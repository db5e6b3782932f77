package org.asterism.aot.debug;

/**
 * A stretch of machine code that comes from one line.
 *
 * @param start the first address
 * @param end the address behind the last
 * @param line the source line in the scope; 0 if the compiler does not tell
 * @param scope the function or inlined call
 */
public record CodeRange(long start, long end, int line, Scope scope) {
}
