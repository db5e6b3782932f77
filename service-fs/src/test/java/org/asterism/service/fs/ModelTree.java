package org.asterism.service.fs;

import java.util.Map;
import java.util.TreeMap;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.Errno;

/** A file system as simple as it can be: a tree of maps. Results are 0 or the negative number of an error. */
final class ModelTree {
    /** A file or directory. */
    static final class Node {
        private final Map<String, Node> children;
        private final StringBuilder content = new StringBuilder();
        private int names = 1;

        Node(boolean isDirectory) {
            children = isDirectory ? new TreeMap<>() : null;
        }

        boolean isDirectory() {
            return children != null;
        }

        Map<String, Node> children() {
            return children;
        }

        String content() {
            return content.toString();
        }

        int links() {
            return isDirectory() ? 2 + (int) children.values().stream().filter(Node::isDirectory).count() : names;
        }

        boolean holds(Node other) {
            return this == other || isDirectory() && children.values().stream().anyMatch(child -> child.holds(other));
        }
    }

    private record Place(Node directory, String name, Errno problem) {
        Node node() {
            return directory.children.get(name);
        }

        long error() {
            return -problem.number();
        }
    }

    private final Node root = new Node(true);

    ModelTree() {
        root.children.put("t", new Node(true));
    }

    Node find(String path) {
        return place(path).node();
    }

    private Place place(String path) {
        String[] parts = path.substring(1).split("/");
        Node at = root;
        for (int i = 0; i < parts.length - 1; i++) {
            if (!at.isDirectory()) {
                return new Place(null, null, Errno.ENOTDIR);
            }
            at = at.children.get(parts[i]);
            if (at == null) {
                return new Place(null, null, Errno.ENOENT);
            }
        }
        return at.isDirectory() ? new Place(at, parts[parts.length - 1], null) : new Place(null, null, Errno.ENOTDIR);
    }

    private static long error(Errno errno) {
        return -errno.number();
    }

    long create(String path, boolean isDirectory) {
        Place place = place(path);
        if (place.problem != null) {
            return place.error();
        }
        return place.directory.children.putIfAbsent(place.name, new Node(isDirectory)) == null ? 0 : error(Errno.EEXIST);
    }

    long open(String path) {
        Place place = place(path);
        if (place.problem != null) {
            return place.error();
        }
        return place.node() == null ? error(Errno.ENOENT) : 0;
    }

    long append(String path, int size) {
        long opened = open(path);
        if (opened == 0 && find(path).isDirectory()) {
            return error(Errno.EISDIR);
        }
        if (opened == 0) {
            find(path).content.append("x".repeat(size));
        }
        return opened;
    }

    long truncate(String path, int size) {
        long opened = open(path);
        if (opened == 0 && find(path).isDirectory()) {
            return error(Errno.EISDIR);
        }
        if (opened == 0) {
            find(path).content.setLength(size);
        }
        return opened;
    }

    long remove(String path, boolean wantsDirectory) {
        Place place = place(path);
        if (place.problem != null) {
            return place.error();
        }
        Node node = place.node();
        if (node == null) {
            return error(Errno.ENOENT);
        }
        if (node.isDirectory() != wantsDirectory) {
            return error(wantsDirectory ? Errno.ENOTDIR : Errno.EISDIR);
        }
        if (wantsDirectory && !node.children.isEmpty()) {
            return error(Errno.ENOTEMPTY);
        }
        place.directory.children.remove(place.name);
        node.names--;
        return 0;
    }

    long link(String from, String to) {
        Place source = place(from);
        if (source.problem != null) {
            return source.error();
        }
        if (source.node() == null) {
            return error(Errno.ENOENT);
        }
        Place target = place(to);
        if (target.problem != null) {
            return target.error();
        }
        if (target.node() != null) {
            return error(Errno.EEXIST);
        }
        if (source.node().isDirectory()) {
            return error(Errno.EPERM);
        }
        target.directory.children.put(target.name, source.node());
        source.node().names++;
        return 0;
    }

    long rename(String from, String to, int flags) {
        Place source = place(from);
        if (source.problem != null) {
            return source.error();
        }
        Place target = place(to);
        if (target.problem != null) {
            return target.error();
        }
        Node moved = source.node();
        Node replaced = target.node();
        if (moved == null) {
            return error(Errno.ENOENT);
        }
        if (replaced != null && flags == AtFlags.RENAME_NOREPLACE) {
            return error(Errno.EEXIST);
        }
        if (replaced == null && flags == AtFlags.RENAME_EXCHANGE) {
            return error(Errno.ENOENT);
        }
        if (moved.holds(target.directory)) {
            return error(Errno.EINVAL);
        }
        if (replaced != null && replaced.holds(source.directory)) {
            return error(flags == AtFlags.RENAME_EXCHANGE ? Errno.EINVAL : Errno.ENOTEMPTY);
        }
        if (moved == replaced) {
            return 0;
        }
        if (flags == AtFlags.RENAME_EXCHANGE) {
            source.directory.children.put(source.name, replaced);
            target.directory.children.put(target.name, moved);
            return 0;
        }
        if (replaced != null && moved.isDirectory() != replaced.isDirectory()) {
            return error(moved.isDirectory() ? Errno.ENOTDIR : Errno.EISDIR);
        }
        if (replaced != null && replaced.isDirectory() && !replaced.children.isEmpty()) {
            return error(Errno.ENOTEMPTY);
        }
        if (replaced != null) {
            replaced.names--;
        }
        source.directory.children.remove(source.name);
        target.directory.children.put(target.name, moved);
        return 0;
    }
}
