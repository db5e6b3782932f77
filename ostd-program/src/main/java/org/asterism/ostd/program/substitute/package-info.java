/** What a program's machine gives to members of {@code java.base}: output streams, threads, wall time, exit. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.program.substitute;
