package org.asterism.service.fs.procfs;

import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.process.ProcessView;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.kernel.vfs.FilesystemContext;
import org.asterism.service.fs.table.DescriptorTable;

/** {@code /proc/PID/status}: a process in words. Source: proc(5). */
final class ProcessStatus {
    private static final String ALL_CAPABILITIES = "000001ffffffffff";
    private static final String NO_CAPABILITIES = "0000000000000000";

    private final ProcessView process;

    ProcessStatus(ProcessView process) {
        this.process = process;
    }

    byte[] make() {
        Text text = new Text();
        Credentials rights = process.credentials();
        text.add("Name:\t").add(process.command()).add('\n');
        FilesystemContext context = process.filesystem();
        if (context != null) {
            text.add("Umask:\t").octal(context.umask(), 4).add('\n');
        }
        text.add("State:\t").add(process.state()).add(" (").add(word(process.state())).add(")\n");
        number(text, "Tgid", process.id());
        number(text, "Ngid", 0);
        number(text, "Pid", process.id());
        number(text, "PPid", process.parentId());
        number(text, "TracerPid", 0);
        ids(text, "Uid", rights.realUser(), rights.effectiveUser(), rights.savedUser(), rights.filesystemUser());
        ids(text, "Gid", rights.realGroup(), rights.effectiveGroup(), rights.savedGroup(), rights.filesystemGroup());
        FileTable files = process.files();
        number(text, "FDSize", files instanceof DescriptorTable table ? table.capacity() : 0);
        text.add("Groups:\t");
        for (int group : rights.supplementaryGroups()) {
            text.add(group).add(' ');
        }
        text.add('\n');
        memory(text);
        number(text, "Threads", Math.max(1, process.threads().size()));
        signals(text);
        String effective = rights.effectiveUser() == 0 ? ALL_CAPABILITIES : NO_CAPABILITIES;
        text.add("CapInh:\t").add(NO_CAPABILITIES).add("\nCapPrm:\t").add(effective).add("\nCapEff:\t").add(effective);
        text.add("\nCapBnd:\t").add(ALL_CAPABILITIES).add("\nCapAmb:\t").add(NO_CAPABILITIES);
        return text.add("\nNoNewPrivs:\t0\nSeccomp:\t0\n").bytes();
    }

    private void memory(Text text) {
        AddressSpace space = process.addressSpace();
        if (space == null) {
            return;
        }
        long virtual = space.virtualBytes() / 1024;
        long resident = space.residentBytes() / 1024;
        kibibytes(text, "VmPeak", virtual);
        kibibytes(text, "VmSize", virtual);
        kibibytes(text, "VmLck", 0);
        kibibytes(text, "VmHWM", resident);
        kibibytes(text, "VmRSS", resident);
    }

    private void signals(Text text) {
        set(text, "SigPnd", process.threadPendingSignals());
        set(text, "ShdPnd", process.pendingSignals());
        set(text, "SigBlk", process.blockedSignals());
        set(text, "SigIgn", process.ignoredSignals());
        set(text, "SigCgt", process.caughtSignals());
    }

    private static String word(char state) {
        return switch (state) {
            case 'R' -> "running";
            case 'S' -> "sleeping";
            case 'D' -> "disk sleep";
            case 'T' -> "stopped";
            case 'Z' -> "zombie";
            default -> "dead";
        };
    }

    private static void number(Text text, String name, long value) {
        text.add(name).add(":\t").add(value).add('\n');
    }

    private static void ids(Text text, String name, int real, int effective, int saved, int filesystem) {
        text.add(name).add(":\t").add(real).add('\t').add(effective).add('\t').add(saved).add('\t').add(filesystem).add('\n');
    }

    private static void kibibytes(Text text, String name, long value) {
        text.add(name).add(":\t").right(value, 8).add(" kB\n");
    }

    private static void set(Text text, String name, long signals) {
        text.add(name).add(":\t").hex(signals, 16).add('\n');
    }
}
