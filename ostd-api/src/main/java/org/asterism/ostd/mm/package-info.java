/**
 * Physical frames, user address spaces and copying to and from user memory.
 *
 * <p>{@link org.asterism.ostd.mm.Frame} is a transient handle of one untyped page; containers own references:
 * {@link org.asterism.ostd.mm.FrameTable} (page caches, pipes, shared memory) and {@link org.asterism.ostd.mm.VmSpace}
 * (a user page table). {@link org.asterism.ostd.mm.MemoryReader} and {@link org.asterism.ostd.mm.MemoryWriter} are the
 * cursors that carry bytes between user memory, arrays and frame tables.
 *
 * <p>Context: task. Copies may fault and therefore sleep, unless preemption is off: then they stop short.
 * Exhaustion of frames throws {@link java.lang.OutOfMemoryError}, which the syscall boundary answers with ENOMEM.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.mm;
