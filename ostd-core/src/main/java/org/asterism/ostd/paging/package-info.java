/**
 * User page tables over the architecture's entry format: mapping, copy-on-write, and access to a space that is not active.
 *
 * <p>Only untyped frames are mapped, each mapping owns one reference, and a frame or table that was unmapped is given back only after
 * {@link org.asterism.ostd.arch.AddressTranslation#flush} has returned.
 *
 * <p>Lock order: parent space, child space, frame table, allocator. Bulk operations hold the lock of a space for one lowest-level
 * table (2 MiB) at a time. Fault resolvers are called with no lock held.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.paging;
