/** What a program's machine gives to members of {@code java.base}: output streams, threads, wall time, exit. */
package org.asterism.ostd.program.substitute;
