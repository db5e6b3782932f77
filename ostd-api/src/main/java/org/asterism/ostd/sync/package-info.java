/**
 * Locks and wait queues, in plain Java over park, unpark and preemption-off.
 *
 * <p>{@link org.asterism.ostd.sync.SpinLock} holds preemption off; {@link org.asterism.ostd.sync.Mutex} and
 * {@link org.asterism.ostd.sync.RwLock} sleep. A lock is its own guard: {@code try (var held = lock.lock()) { … }}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.sync;
