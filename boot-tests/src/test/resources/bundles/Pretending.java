package org.example.pretending;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.kernel.vfs.DirectoryStream;
import org.asterism.kernel.vfs.FileSystem;
import org.asterism.kernel.vfs.FileSystemStatistics;
import org.asterism.kernel.vfs.FileSystemType;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.sync.SpinLock;

/** A file system whose names say what is wrong with its answers, and a device that opens nothing. */
public final class Pretending implements FileSystemType, CharacterDevice {
    @Override
    public String name() {
        return "pretending";
    }

    @Override
    public FileSystem open(String source, String options) {
        return options.equals("nothing") ? null : new Tree(options);
    }

    @Override
    public int number() {
        return 240 << 8;
    }

    @Override
    public int permissions() {
        return 0666;
    }

    @Override
    public OpenFile open(Inode inode, String path, int flags) {
        return null;
    }

    static final class Tree extends FileSystem {
        private final String how;
        private final Node root;

        Tree(String how) {
            this.how = how;
            root = how.equals("rootless") ? null : new Node(this, "/", 0040777);
        }

        @Override
        public String typeName() {
            return how.equals("nameless") ? null : "pretending";
        }

        @Override
        public Inode root() {
            return root;
        }

        @Override
        public int device() {
            return 0;
        }

        @Override
        public FileSystemStatistics statistics() {
            return null;
        }

        @Override
        public long realTimeNanos() {
            return Long.MIN_VALUE;
        }

        @Override
        public int hashCode() {
            if (how.equals("unhashable")) {
                throw new IllegalStateException("no hash");
            }
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            return how.equals("unequal") ? false : this == other;
        }
    }

    static final class Node extends Inode {
        private final String name;

        Node(FileSystem tree, String name, int mode) {
            super(tree, 1, mode, 0, 0);
            this.name = name;
        }

        @Override
        public Inode lookup(String child) throws KernelException {
            if (child.equals("lookup-throws")) {
                throw new IllegalStateException("lookup"); // line: lookup
            } else if (child.startsWith("new")) {
                return null;
            }
            return new Node(fileSystem(), child, child.startsWith("link") ? 0120777 : child.startsWith("dir") ? 0040777 : 0100777);
        }

        @Override
        public boolean cachesLookups() {
            return false;
        }

        @Override
        public Inode create(String child, int newMode, int user, int newGroup, int device) {
            return null;
        }

        @Override
        public Inode createSymbolicLink(String child, String target, int user, int newGroup) {
            return null;
        }

        @Override
        public String readLink() throws KernelException {
            return name.equals("link-self") ? name : name.equals("link-null") ? null : super.readLink();
        }

        @Override
        public DirectoryStream openDirectory() {
            return name.equals("dir-null") ? null : (position, sink) -> {
                if (position > 2) {
                    return;
                }
                sink.accept(name.equals("dir-slash") ? "../../etc" : name.equals("dir-unnamed") ? null : "x".repeat(100_000), -1, -1, Long.MAX_VALUE);
            };
        }

        @Override
        public long size() {
            return -1;
        }

        @Override
        public long readAt(long position, MemoryWriter into) throws KernelException {
            switch (name) {
                case "inode-negative": return -4096;
                case "inode-huge": return Long.MAX_VALUE;
                case "inode-error": throw new OutOfMemoryError("as asked");
                default: return into.remaining() + 1;
            }
        }

        @Override
        public OpenFile open(String path, int flags) throws KernelException {
            if (name.equals("open-throws")) {
                throw new IllegalStateException("open"); // line: open
            }
            return name.startsWith("read") || name.startsWith("write") ? new Handle(this, name, flags) : null;
        }
    }

    static final class Handle extends OpenFile {
        private final Node node;
        private final String how;
        private final SpinLock spin = new SpinLock();

        Handle(Node node, String how, int flags) {
            super(flags);
            this.node = node;
            this.how = how;
        }

        @Override
        public long read(UserThread thread, MemoryWriter into) throws KernelException {
            switch (how) {
                case "read-negative": return -9;
                case "read-huge": return into.remaining() + 1;
                case "read-locks":
                    node.lock().lock();
                    spin.lock();
                    return 0;
                case "read-closing": return 0;
                case "read-again": return read(thread, into) + 1;
                default: throw new IllegalStateException("read"); // line: read
            }
        }

        @Override
        public long write(UserThread thread, MemoryReader from) {
            return from.remaining() + 1;
        }

        @Override
        public MappableFile mappable() {
            return null;
        }

        @Override
        public Inode inode() {
            return node;
        }

        @Override
        public String path() {
            return null;
        }

        @Override
        protected void closed() {
            if (how.equals("read-closing")) {
                throw new IllegalStateException("closed"); // line: closed
            }
        }
    }
}
