/**
 * Files without names that tell of events: counters (eventfd(2)) and timers (timerfd_create(2)); and files in memory
 * (memfd_create(2)).
 *
 * <p>State is guarded by spin locks or atomics, since timers expire in atomic context.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.event;
