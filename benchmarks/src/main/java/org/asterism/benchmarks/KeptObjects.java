package org.asterism.benchmarks;

/** Makes a list that stays reachable until the next run has made another; an operation is one node. */
final class KeptObjects implements Item {
    private static final int NODES = 200_000;

    /** One element of the list. */
    static final class Node {
        final Node next;
        final long value;

        Node(Node next, long value) {
            this.next = next;
            this.value = value;
        }
    }

    private Node kept;

    @Override
    public String name() {
        return "allocate-kept";
    }

    @Override
    public int operations() {
        return NODES;
    }

    @Override
    public long run() {
        Node list = null;
        for (int i = 0; i < NODES; i++) {
            list = new Node(list, i);
        }
        kept = list;
        long checksum = 0;
        for (Node node = kept; node != null; node = node.next) {
            checksum = checksum * 31 + node.value;
        }
        return checksum;
    }
}
