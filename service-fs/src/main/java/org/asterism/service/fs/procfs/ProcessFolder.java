package org.asterism.service.fs.procfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.process.ProcessView;
import org.asterism.kernel.vfs.DirectoryStream;
import org.asterism.kernel.vfs.FilesystemContext;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.path.FilesystemView;
import org.asterism.service.fs.path.Latin1;
import org.asterism.service.fs.path.PathText;

/** {@code /proc/PID}: made at each lookup, with entries made at theirs. */
final class ProcessFolder extends Inode {
    private static final String[] NAMES = {"task", "fd", "cmdline", "comm", "environ", "stat", "statm", "status", "maps", "limits",
        "io", "mounts", "mountinfo", "exe", "cwd", "root", "oom_score_adj", "loginuid", "fail-nth"};

    private final ProcFileSystem tree;
    private final ProcessView process;

    ProcessFolder(ProcFileSystem tree, ProcessView process) {
        super(tree, ProcFileSystem.processNumber(process.id(), 0), FileMode.S_IFDIR | 0555,
                process.credentials().effectiveUser(), process.credentials().effectiveGroup());
        this.tree = tree;
        this.process = process;
    }

    @Override
    public boolean cachesLookups() {
        return false;
    }

    @Override
    public Inode lookup(String name) throws KernelException {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(name)) {
                return entry(name, ProcFileSystem.processNumber(process.id(), i + 1));
            }
        }
        return null;
    }

    private Inode entry(String name, long number) {
        ProcessText text = new ProcessText(process);
        return switch (name) {
            case "task" -> new TaskFolder(tree, number, process, this);
            case "fd" -> new DescriptorFolder(tree, number, process);
            case "comm" -> new ProcFile(tree, number, 0644, owner(), group(), text::command, this::rename);
            case "cmdline" -> file(number, 0444, process::arguments);
            case "environ" -> file(number, 0400, ofProgram(process::environment));
            case "stat" -> file(number, 0444, text::stat);
            case "statm" -> file(number, 0444, text::memoryPages);
            case "status" -> file(number, 0444, new ProcessStatus(process)::make);
            case "maps" -> file(number, 0444, ofProgram(text::mappings));
            case "limits" -> file(number, 0444, new ProcessLimits(process)::make);
            case "io" -> file(number, 0400, text::transfers);
            case "mounts" -> file(number, 0444, new MountText(tree.namespace(), process)::mounts);
            case "mountinfo" -> file(number, 0444, new MountText(tree.namespace(), process)::mountInfo);
            case "exe" -> new ProcMagicLink(tree, number, 0777, owner(), group(), () -> executable().path(),
                    () -> Places.of(executable()));
            case "cwd" -> placeLink(number, false);
            case "root" -> placeLink(number, true);
            case "fail-nth" -> new FailNth(process, null).file(tree, number, owner(), group());
            case "oom_score_adj" -> file(number, 0444, () -> Latin1.encode("0\n"));
            default -> file(number, 0444, () -> Latin1.encode("4294967295"));
        };
    }

    /** What belongs to the program that runs now: once another was executed, the file is empty. */
    private Content ofProgram(Content content) {
        AddressSpace space = process.addressSpace();
        return () -> process.addressSpace() == space ? content.make() : new byte[0];
    }

    private ProcFile file(long number, int permissions, Content content) {
        return new ProcFile(tree, number, permissions, owner(), group(), content, null);
    }

    private void rename(byte[] bytes) {
        int length = 0;
        while (length < bytes.length && bytes[length] != '\n' && bytes[length] != 0) {
            length++;
        }
        process.setCommand(Latin1.decode(bytes, 0, length));
    }

    private OpenFile executable() throws KernelException {
        OpenFile file = process.executable();
        if (file == null) {
            throw KernelException.of(Errno.ENOENT);
        }
        return file;
    }

    private ProcMagicLink placeLink(long number, boolean root) {
        return new ProcMagicLink(tree, number, 0777, owner(), group(),
                () -> PathText.describe(place(root), Places.callerRoot(tree)), () -> place(root));
    }

    private Location place(boolean root) throws KernelException {
        FilesystemContext context = process.filesystem();
        if (!(context instanceof FilesystemView view)) {
            throw KernelException.of(Errno.ENOENT);
        }
        return root ? view.root() : view.working();
    }

    @Override
    public DirectoryStream openDirectory() {
        return (position, sink) -> {
            for (int i = (int) (position - DirectoryStream.FIRST); i < NAMES.length; i++) {
                long number = ProcFileSystem.processNumber(process.id(), i + 1);
                if (!sink.accept(NAMES[i], number, entry(NAMES[i], number).mode(), DirectoryStream.FIRST + i + 1)) {
                    return;
                }
            }
        };
    }
}
