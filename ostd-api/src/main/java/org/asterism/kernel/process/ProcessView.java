package org.asterism.kernel.process;

import java.util.List;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.kernel.vfs.FilesystemContext;
import org.asterism.kernel.vfs.OpenFile;

/**
 * A process as {@code /proc/PID} shows it.
 *
 * <p>It may end at any time: resources that are gone are null, and one that was returned may be released while it is
 * looked at, so users of these methods bear with empty answers.
 */
public interface ProcessView extends UserProcess {
    /**
     * Its name: the base name of the program, or what prctl(2) PR_SET_NAME set.
     *
     * @return at most 15 characters, each one byte
     */
    String command();

    /**
     * Renames it, as a write to {@code /proc/PID/comm}.
     *
     * @param name shortened to 15 characters
     */
    void setCommand(String name);

    /**
     * Its state as ps(1) shows it.
     *
     * @return {@code R}, {@code S}, {@code D}, {@code T}, {@code Z} or {@code X}
     */
    char state();

    /**
     * Its threads.
     *
     * @return a snapshot in ascending order of ids
     */
    List<ThreadView> threads();

    /**
     * Its address space.
     *
     * @return null once it has ended
     */
    AddressSpace addressSpace();

    /**
     * Its descriptors.
     *
     * @return null once it has ended
     */
    FileTable files();

    /**
     * Its view of the file system.
     *
     * @return null once it has ended
     */
    FilesystemContext filesystem();

    /**
     * The program it runs.
     *
     * @return not retained for the caller; null once it has ended
     */
    OpenFile executable();

    /**
     * Whose rights count.
     *
     * @return those of the first thread
     */
    Credentials credentials();

    /**
     * Its arguments, each with a zero byte at the end, read from its memory now.
     *
     * @return empty once it has ended
     */
    byte[] arguments();

    /**
     * Its environment, each string with a zero byte at the end, read from its memory now.
     *
     * @return empty once it has ended
     */
    byte[] environment();

    /**
     * Where its main stack began.
     *
     * @return an address, 0 once it has ended
     */
    long stackStart();

    /**
     * Time in user mode, of all threads, ended ones included.
     *
     * @return nanoseconds
     */
    long userTimeNanos();

    /**
     * Time in the kernel, of all threads, ended ones included.
     *
     * @return nanoseconds
     */
    long systemTimeNanos();

    /**
     * Time in user mode of children that were waited for.
     *
     * @return nanoseconds
     */
    long childrenUserTimeNanos();

    /**
     * Time in the kernel of children that were waited for.
     *
     * @return nanoseconds
     */
    long childrenSystemTimeNanos();

    /**
     * When it was made.
     *
     * @return monotonic nanoseconds
     */
    long startNanos();

    /**
     * Its nice value.
     *
     * @return from −20 to 19
     */
    int niceness();

    /**
     * A resource limit.
     *
     * @param resource as getrlimit(2)
     * @return the hard limit; −1 for none
     */
    long hardLimit(int resource);

    /**
     * Signals that wait for the first thread.
     *
     * @return a set: bit n−1 for signal n
     */
    long threadPendingSignals();

    /**
     * Signals that wait for the process.
     *
     * @return a set: bit n−1 for signal n
     */
    long pendingSignals();

    /**
     * Signals that the first thread blocks.
     *
     * @return a set: bit n−1 for signal n
     */
    long blockedSignals();

    /**
     * Signals that it ignores.
     *
     * @return a set: bit n−1 for signal n
     */
    long ignoredSignals();

    /**
     * Signals that it catches.
     *
     * @return a set: bit n−1 for signal n
     */
    long caughtSignals();
}
