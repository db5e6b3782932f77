package org.asterism.service.proc.allocation;

import org.asterism.kernel.syscall.SyscallTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Counts what each system call has allocated. Written by every user thread without a lock, with plain additions: a switch of tasks inside one may
 * lose a call from the statistics.
 */
@Component(service = CallAllocation.class)
public final class CallAllocation {
    /** Above the highest number of a system call on any architecture. */
    static final int NUMBERS = 512;

    private final long[] calls = new long[NUMBERS];
    private final long[] bytes = new long[NUMBERS];
    private SyscallTable table;

    /** Nothing counted yet. */
    @Activate
    public CallAllocation() {}

    /**
     * Takes the names of calls from a table, from now on.
     *
     * @param names of the linked kernel
     */
    public void name(SyscallTable names) {
        table = names;
    }

    /**
     * Counts a call.
     *
     * @param number as the architecture numbers it; calls that cannot exist are left out
     * @param allocated bytes that the heap handed to the task meanwhile
     */
    public void count(long number, long allocated) {
        if (number >= 0 && number < NUMBERS) {
            calls[(int) number]++;
            bytes[(int) number] += allocated;
        }
    }

    long calls(int number) {
        return calls[number];
    }

    long bytes(int number) {
        return bytes[number];
    }

    /** The name of a call; its number if no linked bundle provides it. */
    String name(int number) {
        String name = table == null ? null : table.name(number);
        return name == null ? Integer.toString(number) : name;
    }
}
