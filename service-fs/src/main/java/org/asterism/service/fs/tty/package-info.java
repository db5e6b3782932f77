/**
 * Terminals: line discipline, termios, job control, and the system console.
 *
 * <p>{@link org.asterism.service.fs.tty.Terminal} puts together what a terminal has: settings, an input queue and editor
 * ({@link org.asterism.service.fs.tty.LineDiscipline}), output processing, and its session. Lock order: input lock, then output
 * lock; signals are sent with neither held. Context: task.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/termios.3.html">termios(3)</a>
 * @see <a href="https://man7.org/linux/man-pages/man2/ioctl_tty.2.html">ioctl_tty(2)</a>
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.tty;
