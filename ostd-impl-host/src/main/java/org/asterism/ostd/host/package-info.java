/**
 * OSTD on a host JVM: {@link org.asterism.ostd.host.TestMachine} binds a simulated machine for unit tests and for running
 * bundles under a debugger.
 *
 * <p>The machine has one virtual processor. Tasks are JVM threads of which exactly one runs at a time; the others wait for the
 * baton, so a run is deterministic. Frames, frame tables and page tables are {@code ostd-core}'s own code over simulated memory; user
 * programs are lists of Java lambdas that user memory names ({@link org.asterism.ostd.host.UserCode}).
 *
 * <p>Only the thread that built the machine and the tasks it started may call OSTD.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.host;
