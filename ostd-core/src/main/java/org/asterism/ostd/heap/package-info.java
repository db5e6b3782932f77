/**
 * The object heap: allocation, and a stop-the-world mark-and-sweep collector. Objects never move. Memory comes in aligned blocks from
 * {@link org.asterism.ostd.heap.HeapMemory}; a block holds cells of one size class, with their allocation and mark bits beside them, or
 * is part of a run that holds one large object. Roots on stacks are conservative, the heap is precise.
 *
 * <p>The entry points are called by tasks; the collector runs inside the task that needs memory, with preemption off, and allocates
 * nothing. Lock order: the heap lock is the innermost lock of all, taken with preemption off.
 */
@org.osgi.annotation.bundle.Export(attribute = "ostd.tier=privileged")
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.heap;
