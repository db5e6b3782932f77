package org.asterism.service.proc.allocation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.vfs.ProcEntry;
import org.asterism.ostd.mm.HeapFigure;
import org.asterism.ostd.mm.MemoryStatistics;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /proc/asterism/gc}. One line a figure: its name in lower case, and its value in the unit that the name tells. Then one line for each
 * system call that was called: {@code syscall}, its name, calls, bytes allocated in all, bytes a call. Writing {@code collect} has everything
 * collected that is garbage at that moment, so that the figures read next tell of nothing else.
 */
@Component
public final class CollectorFile implements ProcEntry {
    private static final int NAME_COLUMNS = 27;
    private static final byte[] COLLECT = "collect".getBytes(StandardCharsets.US_ASCII);

    private final CallAllocation allocation;

    /**
     * The file.
     *
     * @param allocation what system calls allocated
     */
    @Activate
    public CollectorFile(@Reference CallAllocation allocation) {
        this.allocation = allocation;
    }

    @Override
    public String path() {
        return "asterism/gc";
    }

    @Override
    public byte[] content() {
        StringBuilder text = new StringBuilder();
        for (HeapFigure figure : HeapFigure.values()) {
            int start = text.length();
            appendLowerCase(text, figure.name());
            while (text.length() < start + NAME_COLUMNS) {
                text.append(' ');
            }
            text.append(MemoryStatistics.heap(figure)).append('\n');
        }
        for (int number = 0; number < CallAllocation.NUMBERS; number++) {
            long calls = allocation.calls(number);
            if (calls != 0) {
                long bytes = allocation.bytes(number);
                text.append("syscall ").append(allocation.name(number)).append(' ').append(calls).append(' ').append(bytes).append(' ')
                        .append(bytes / calls).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int mode() {
        return 0644;
    }

    @Override
    public void write(byte[] bytes) throws KernelException {
        boolean isLine = bytes.length == COLLECT.length + 1 && bytes[COLLECT.length] == '\n';
        if (bytes.length != COLLECT.length && !isLine || !Arrays.equals(bytes, 0, COLLECT.length, COLLECT, 0, COLLECT.length)) {
            throw KernelException.of(Errno.EINVAL);
        }
        MemoryStatistics.collect();
    }

    private static void appendLowerCase(StringBuilder text, String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            text.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
    }
}
