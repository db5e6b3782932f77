package org.asterism.service.proc.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.kernel.vfs.FilesystemContext;
import org.asterism.kernel.vfs.HostChannel;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.kernel.vfs.Vfs;
import org.asterism.ostd.mm.FrameTable;

/** Executable files by path; counts what is not given back. */
public final class TestVfs implements Vfs, HostChannel {
    private final Map<String, byte[]> contents = new HashMap<>();
    private final Map<String, FrameTable> pages = new HashMap<>();
    int liveTables;
    int liveContexts;
    byte[] exitFrame;

    public void add(String path, byte[] content) {
        contents.put(path, content);
        FrameTable table = FrameTable.create();
        table.write(0, content, 0, content.length);
        pages.put(path, table);
    }

    public void add(String path, String content) {
        add(path, content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Override
    public FilesystemContext createContext() {
        return new Context();
    }

    @Override
    public FileTable createFileTable() {
        return new Table();
    }

    @Override
    public OpenFile open(FilesystemContext context, Credentials credentials, String path, int flags, int mode)
            throws KernelException {
        return openForExecution(context, credentials, path);
    }

    @Override
    public OpenFile openForExecution(FilesystemContext context, Credentials credentials, String path)
            throws KernelException {
        byte[] content = contents.get(path);
        if (content == null) {
            throw KernelException.of(Errno.ENOENT);
        }
        return new TestFile(path, content, pages.get(path));
    }

    @Override
    public byte[] command() {
        return new byte[0];
    }

    @Override
    public OpenFile standardInput() {
        return new TestFile("stdin", new byte[0], FrameTable.create());
    }

    @Override
    public OpenFile standardOutput() {
        return standardInput();
    }

    @Override
    public OpenFile standardError() {
        return standardInput();
    }

    @Override
    public void send(byte type, byte[] payload) {
        exitFrame = payload;
    }

    private final class Context implements FilesystemContext {
        private int owners = 1;

        Context() {
            liveContexts++;
        }

        @Override
        public FilesystemContext copy() {
            return new Context();
        }

        @Override
        public void retain() {
            owners++;
        }

        @Override
        public void release() {
            if (--owners == 0) {
                liveContexts--;
            }
        }

        @Override
        public String workingDirectory() {
            return "/";
        }

        @Override
        public int umask() {
            return 022;
        }
    }

    private final class Table implements FileTable {
        private final List<OpenFile> files = new ArrayList<>();
        private int owners = 1;

        Table() {
            liveTables++;
        }

        @Override
        public OpenFile get(int descriptor) throws KernelException {
            if (descriptor < 0 || descriptor >= files.size()) {
                throw KernelException.of(Errno.EBADF);
            }
            return files.get(descriptor);
        }

        @Override
        public OpenFile acquire(int descriptor) throws KernelException {
            return get(descriptor).retain();
        }

        @Override
        public int add(OpenFile file, int lowest, boolean closeOnExec) {
            files.add(file);
            return files.size() - 1;
        }

        @Override
        public void prepare() {
        }

        @Override
        public void close(int descriptor) {
            files.remove(descriptor);
        }

        @Override
        public void closeForExec() {
        }

        @Override
        public FileTable copy() {
            return new Table();
        }

        @Override
        public void retain() {
            owners++;
        }

        @Override
        public void release() {
            if (--owners == 0) {
                liveTables--;
            }
        }

        @Override
        public List<Integer> descriptors() {
            return List.of();
        }
    }
}
