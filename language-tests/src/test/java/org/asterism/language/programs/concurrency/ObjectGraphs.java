package org.asterism.language.programs.concurrency;

/** Each task grows, rewires and prunes a graph of its own, and reads it all at the end. */
public final class ObjectGraphs {
    private static final int ROOTS = 24;
    private static final int STEPS = 3_000;

    private ObjectGraphs() {}

    private static final class Node {
        private final long stamp;
        private final Node[] children;
        private Node other;

        private Node(long stamp, int children) {
            this.stamp = stamp;
            this.children = new Node[children];
        }
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        Workers.compare(ObjectGraphs::work);
    }

    private static long work(int task) {
        Node[] roots = new Node[ROOTS];
        long random = task + 1;
        long digest = 0;
        for (int i = 0; i < STEPS; i++) {
            random = Workers.next(random);
            int at = (int) (random >>> 8 & 0xffff) % ROOTS;
            int to = (int) (random >>> 24 & 0xffff) % ROOTS;
            switch ((int) (random >>> 40 & 7)) {
                case 0, 1, 2 -> roots[at] = grow(random, roots[at], roots[to]);
                case 3 -> roots[at] = roots[to] == null ? null : roots[to].other;
                case 4 -> {
                    if (roots[at] != null) {
                        roots[at].other = roots[to];
                    }
                }
                case 5 -> digest = Workers.mix(digest, sum(roots[at], 40));
                default -> link(roots[at], roots[to], (int) random);
            }
        }
        for (Node root : roots) {
            digest = Workers.mix(digest, sum(root, 200));
        }
        return digest;
    }

    private static Node grow(long stamp, Node first, Node second) {
        Node node = new Node(stamp, (int) (stamp >>> 50 & 15));
        node.other = first;
        if (node.children.length > 0) {
            node.children[0] = second;
        }
        return node;
    }

    private static void link(Node from, Node to, int index) {
        if (from != null && from.children.length > 0) {
            from.children[(index & 0xff) % from.children.length] = to;
        }
    }

    /** Follows one path of so many nodes through a graph that may have circles. */
    private static long sum(Node root, int steps) {
        long sum = 0;
        Node node = root;
        for (int i = 0; i < steps && node != null; i++) {
            sum = Workers.mix(sum, node.stamp + node.children.length);
            int index = node.children.length == 0 ? -1 : (int) (sum >>> 33) % node.children.length;
            node = index < 0 || node.children[index] == null ? node.other : node.children[index];
        }
        return sum;
    }
}
