/**
 * Interrupts of devices. A handler never runs inside the interrupt: the top half, which is OSTD's, acknowledges it (a line that is shared or
 * level-triggered stays masked) and marks it; the handler then runs in a task of its own at the kernel's priority, above all programs, and may allocate and sleep.
 *
 * <p>Interrupts that come while a handler runs make it run once more, not once each: a handler looks at the device for what there is to do.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.irq;
