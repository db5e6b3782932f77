/**
 * Waiting for many files at once: poll(2), select(2) and epoll(7).
 *
 * <p>Lock order: an epoll file's sleeping lock, then what files lock in their polls; its ready list has a spin lock that comes after
 * those of wait queues. Wake-ups run in atomic context and only move entries between lists.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.poll;
