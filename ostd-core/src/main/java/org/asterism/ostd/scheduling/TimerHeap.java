package org.asterism.ostd.scheduling;

/**
 * Armed timers by deadline: a pairing heap (Fredman, Sedgewick, Sleator, Tarjan 1986) linked through its nodes, so that arming allocates
 * nothing. Insertion is constant time, removal logarithmic on average.
 */
final class TimerHeap {
    private TimerNode root;

    /** The earliest deadline, {@link Long#MAX_VALUE} if no timer is armed. */
    long earliest() {
        return root == null ? Long.MAX_VALUE : root.deadlineNanos;
    }

    /** Arms a node, which may be armed already. */
    void arm(TimerNode node, long deadlineNanos) {
        cancel(node);
        node.deadlineNanos = deadlineNanos;
        node.armed = true;
        root = merge(root, node);
    }

    /** Disarms a node; returns whether it was armed. */
    boolean cancel(TimerNode node) {
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

    /** Takes the earliest node if its deadline has passed; null otherwise. */
    TimerNode takeExpired(long nowNanos) {
        TimerNode first = root;
        if (first == null || first.deadlineNanos > nowNanos) {
            return null;
        }
        root = mergePairs(first.child);
        clear(first);
        return first;
    }

    private static void clear(TimerNode node) {
        node.armed = false;
        node.child = null;
        node.sibling = null;
        node.before = null;
    }

    private static TimerNode merge(TimerNode one, TimerNode two) {
        if (one == null) {
            return two;
        }
        if (two == null) {
            return one;
        }
        TimerNode parent = two.deadlineNanos < one.deadlineNanos ? two : one;
        TimerNode child = parent == one ? two : one;
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
    private static TimerNode mergePairs(TimerNode first) {
        TimerNode pairs = null;
        TimerNode next = first;
        while (next != null) {
            TimerNode one = next;
            TimerNode two = one.sibling;
            next = two == null ? null : two.sibling;
            one.sibling = null;
            one.before = null;
            if (two != null) {
                two.sibling = null;
                two.before = null;
            }
            TimerNode pair = merge(one, two);
            pair.sibling = pairs;
            pairs = pair;
        }
        TimerNode merged = null;
        while (pairs != null) {
            TimerNode rest = pairs.sibling;
            pairs.sibling = null;
            merged = merge(merged, pairs);
            pairs = rest;
        }
        return merged;
    }
}
