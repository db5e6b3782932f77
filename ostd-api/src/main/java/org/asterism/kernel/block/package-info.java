/**
 * Disks. A driver attaches the queue of its device ({@link org.asterism.kernel.block.BlockDevices}); whoever uses the disk has a
 * {@link org.asterism.kernel.block.BlockDevice} that outlives the driver: requests wait while there is none, and what one driver left in
 * flight the next one does. Context: task.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.asterism.kernel.block;
