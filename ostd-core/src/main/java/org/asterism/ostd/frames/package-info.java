/**
 * Physical frames: a buddy allocator with 16 bytes of metadata for each frame, reference counts of untyped frames, and
 * tables of frames that live off the Java heap.
 *
 * <p>A frame is free, <em>typed</em> (kernel stacks, page tables, object heap: no service can name it), or <em>untyped</em>: bytes that
 * services copy in and out of, and the only memory that is mapped to users.
 *
 * <p>Lock order: a table's lock, then the allocator's. All may be taken in atomic context; nothing here sleeps. Exhaustion throws
 * {@link java.lang.OutOfMemoryError}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.frames;
