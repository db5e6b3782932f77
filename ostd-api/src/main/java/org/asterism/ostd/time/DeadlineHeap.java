package org.asterism.ostd.time;

/**
 * What waits for a moment, by deadline: a pairing heap (Fredman, Sedgewick, Sleator, Tarjan 1986) linked through its nodes, so that arming allocates
 * nothing. Insertion is constant time, removal logarithmic on average. Guarded by its owner.
 */
public final class DeadlineHeap {
    private Deadline root;

    /** An empty heap. */
    public DeadlineHeap() {}

    /**
     * The earliest deadline.
     *
     * @return monotonic nanoseconds, {@link Long#MAX_VALUE} if none is armed
     */
    public long earliest() {
        return root == null ? Long.MAX_VALUE : root.deadlineNanos;
    }

    /**
     * Arms an entry, which may be armed already.
     *
     * @param node          of this heap, or of none
     * @param deadlineNanos in monotonic time
     */
    public void arm(Deadline node, long deadlineNanos) {
        cancel(node);
        node.deadlineNanos = deadlineNanos;
        node.armed = true;
        root = merge(root, node);
    }

    /**
     * Disarms an entry.
     *
     * @param node of this heap, or of none
     * @return whether it was armed
     */
    public boolean cancel(Deadline node) {
        if (!node.armed) {
            return false;
        }
        if (node == root) {
            root = mergePairs(node.child);
        } else {
            if (node.before.child == node) {
                node.before.child = node.sibling;
            } else {
                node.before.sibling = node.sibling;
            }
            if (node.sibling != null) {
                node.sibling.before = node.before;
            }
            root = merge(root, mergePairs(node.child));
        }
        clear(node);
        return true;
    }

    /**
     * Takes the earliest entry if its deadline has passed.
     *
     * @param nowNanos the monotonic time
     * @return the entry, no longer armed, or null
     */
    public Deadline takeExpired(long nowNanos) {
        Deadline first = root;
        if (first == null || first.deadlineNanos > nowNanos) {
            return null;
        }
        root = mergePairs(first.child);
        clear(first);
        return first;
    }

    private static void clear(Deadline node) {
        node.armed = false;
        node.child = null;
        node.sibling = null;
        node.before = null;
    }

    private static Deadline merge(Deadline one, Deadline two) {
        if (one == null) {
            return two;
        }
        if (two == null) {
            return one;
        }
        Deadline parent = two.deadlineNanos < one.deadlineNanos ? two : one;
        Deadline child = parent == one ? two : one;
        child.before = parent;
        child.sibling = parent.child;
        if (child.sibling != null) {
            child.sibling.before = child;
        }
        parent.child = child;
        parent.sibling = null;
        parent.before = null;
        return parent;
    }

    /** Merges siblings in pairs from the left, then the pairs from the right; no recursion, however many there are. */
    private static Deadline mergePairs(Deadline first) {
        Deadline pairs = null;
        Deadline next = first;
        while (next != null) {
            Deadline one = next;
            Deadline two = one.sibling;
            next = two == null ? null : two.sibling;
            one.sibling = null;
            one.before = null;
            if (two != null) {
                two.sibling = null;
                two.before = null;
            }
            Deadline pair = merge(one, two);
            pair.sibling = pairs;
            pairs = pair;
        }
        Deadline merged = null;
        while (pairs != null) {
            Deadline rest = pairs.sibling;
            pairs.sibling = null;
            merged = merge(merged, pairs);
            pairs = rest;
        }
        return merged;
    }
}
