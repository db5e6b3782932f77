/**
 * Boots a kernel image in QEMU, for a person at a terminal or for one command.
 *
 * <p>{@link org.asterism.machine.QemuCommand} turns options into an emulator's command line,
 * {@link org.asterism.machine.InteractiveSession} gives the terminal to the guest's console, and
 * {@link org.asterism.machine.ExecSession} runs one command over the raw channel on the second serial port, whose
 * framing {@link org.asterism.machine.Frame} describes; the guest's side of it is the process service's.
 */
package org.asterism.machine;
