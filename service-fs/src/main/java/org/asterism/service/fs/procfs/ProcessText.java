package org.asterism.service.fs.procfs;

import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.memory.Mapping;
import org.asterism.kernel.process.ControllingTerminal;
import org.asterism.kernel.process.ProcessView;
import org.asterism.kernel.process.ThreadView;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;
import org.asterism.service.fs.path.Latin1;

/** Files of a process, or of one of its threads, in fixed forms. Source: proc(5). */
final class ProcessText {
    private static final long NANOS_PER_TICK = 10_000_000L;
    private static final int BASE_PRIORITY = 20;
    private static final int PATH_COLUMN = 73;

    private final ProcessView process;
    private final ThreadView thread;

    ProcessText(ProcessView process) {
        this(process, null);
    }

    ProcessText(ProcessView process, ThreadView thread) {
        this.process = process;
        this.thread = thread;
    }

    byte[] command() {
        return Latin1.encode(name() + "\n");
    }

    private String name() {
        return thread == null ? process.command() : thread.command();
    }

    /** The 52 fields of {@code stat}; what the kernel does not keep is 0. */
    byte[] stat() {
        AddressSpace space = process.addressSpace();
        ControllingTerminal terminal = process.group().session().controllingTerminal();
        Text text = new Text();
        text.add(thread == null ? process.id() : thread.id()).add(" (").add(name()).add(") ");
        text.add(thread == null ? process.state() : thread.state());
        field(text, process.parentId(), process.group().id(), process.group().session().id());
        field(text, terminal == null ? 0 : terminal.deviceNumber(), terminal == null ? -1 : terminal.foregroundGroupId());
        field(text, 0, 0, 0, 0, 0);
        field(text, (thread == null ? process.userTimeNanos() : thread.userTimeNanos()) / NANOS_PER_TICK);
        field(text, (thread == null ? process.systemTimeNanos() : thread.systemTimeNanos()) / NANOS_PER_TICK);
        field(text, process.childrenUserTimeNanos() / NANOS_PER_TICK, process.childrenSystemTimeNanos() / NANOS_PER_TICK);
        field(text, BASE_PRIORITY + process.niceness(), process.niceness(), process.threads().size(), 0);
        field(text, process.startNanos() / NANOS_PER_TICK);
        field(text, space == null ? 0 : space.virtualBytes(), space == null ? 0 : space.residentBytes() / PageSize.BYTES);
        text.add(" 18446744073709551615");
        field(text, 0, 0, process.stackStart(), 0, 0);
        field(text, process.pendingSignals() | process.threadPendingSignals(), process.blockedSignals(),
                process.ignoredSignals(), process.caughtSignals());
        field(text, 0, 0, 0, Signals.SIGCHLD, 0, 0, 0, 0, 0, 0);
        field(text, 0, 0, 0, 0, 0, 0, 0, 0);
        return text.add('\n').bytes();
    }

    private static void field(Text text, long... values) {
        for (long value : values) {
            text.add(' ').add(value);
        }
    }

    /** {@code statm}: sizes in pages. */
    byte[] memoryPages() {
        AddressSpace space = process.addressSpace();
        long virtual = space == null ? 0 : space.virtualBytes() / PageSize.BYTES;
        long resident = space == null ? 0 : space.residentBytes() / PageSize.BYTES;
        Text text = new Text().add(virtual);
        field(text, resident, 0, 0, 0, virtual, 0);
        return text.add('\n').bytes();
    }

    /** {@code maps}: one line a mapping. */
    byte[] mappings() {
        Text text = new Text();
        AddressSpace space = process.addressSpace();
        if (space == null) {
            return text.bytes();
        }
        for (Mapping mapping : space.mappings()) {
            int start = text.length();
            MappableFile file = mapping.file();
            text.hex(mapping.start(), 8).add('-').hex(mapping.end(), 8).add(' ');
            text.add((mapping.protection() & Protection.READ) != 0 ? 'r' : '-');
            text.add((mapping.protection() & Protection.WRITE) != 0 ? 'w' : '-');
            text.add((mapping.protection() & Protection.EXECUTE) != 0 ? 'x' : '-');
            text.add(mapping.shared() ? 's' : 'p').add(' ').hex(file == null ? 0 : mapping.offset(), 8);
            text.add(" 00:00 ").add(file == null ? 0 : file.inodeNumber()).add(' ');
            String name = file == null ? mapping.label() : file.mappedName();
            if (!name.isEmpty()) {
                text.left("", Math.max(0, PATH_COLUMN - (text.length() - start))).add(name);
            }
            text.add('\n');
        }
        return text.bytes();
    }

    /** {@code io}: the kernel does not count transfers. */
    byte[] transfers() {
        return Latin1.encode("rchar: 0\nwchar: 0\nsyscr: 0\nsyscw: 0\nread_bytes: 0\nwrite_bytes: 0\ncancelled_write_bytes: 0\n");
    }
}
