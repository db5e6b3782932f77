/**
 * The streams of a program that {@code run --exec} started: frames over the machine's raw channel.
 *
 * <p>Frames are sent under one sleeping lock, which comes after all other locks. Context: task.
 */
package org.asterism.service.fs.channel;
