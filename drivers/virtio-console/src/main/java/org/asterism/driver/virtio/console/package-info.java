/**
 * Driver of the first virtio console, as {@code /dev/hvc0}: a stream of bytes each way, without a line discipline. Context: task. Spec: VIRTIO 1.2 §5.3; one port.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.driver.virtio.console;
