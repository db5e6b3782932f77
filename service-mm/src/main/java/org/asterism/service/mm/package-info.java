/**
 * Address spaces of Linux programs: mmap(2) and its relatives, demand zero, copy-on-write, file mappings, stack and heap growth.
 *
 * <p>{@link org.asterism.service.mm.UserAddressSpace} holds one lock over a {@link org.asterism.service.mm.Layout}: a sorted array of
 * {@link org.asterism.service.mm.Region}s (the VMAs of Linux) beside the page table. The page table never grants more than its region,
 * and never a store to a frame that others may see through a private mapping: the write fault copies.
 *
 * <p><b>Lock order</b>: locks of files, then an address space's lock, then OSTD. Files are released after the lock is dropped;
 * user memory is never touched under it. <b>Context</b>: task.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.mm;
