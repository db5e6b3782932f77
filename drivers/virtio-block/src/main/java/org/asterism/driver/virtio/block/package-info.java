/**
 * Driver of virtio disks: eight requests at a time, each of any length, through memory of its own. A disk that does what it must not is used no more; its requests
 * end with {@code EIO}.
 *
 * <p>Lock order: a disk's lock before the queue's. Context: task. Spec: VIRTIO 1.2 §5.2.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.driver.virtio.block;
