/**
 * {@code /proc}: the state of processes and of the kernel as files, made when they are read.
 *
 * <p>{@link org.asterism.service.fs.procfs.Procfs} is the type; files of the whole system are
 * {@link org.asterism.kernel.vfs.ProcEntry} objects, its own and those that other bundles contribute; directories of processes are made at each
 * lookup from {@link org.asterism.kernel.process.ProcessView}. Context: task; no lock is held while text is made.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc.5.html">proc(5)</a>
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.procfs;
