/**
 * The streams of a program that {@code run --exec} started: frames over the machine's raw channel.
 *
 * <p>Frames are sent under one sleeping lock, which comes after all other locks. Context: task.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.channel;
