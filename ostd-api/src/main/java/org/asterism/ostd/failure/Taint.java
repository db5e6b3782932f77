package org.asterism.ostd.failure;

import org.asterism.ostd.sync.SpinLock;

/** Which bundles have failed since the kernel started, and how often. Any context. */
public final class Taint {
    private static final int MOST_BUNDLES = 64;

    private final SpinLock lock = new SpinLock();
    private final String[] names = new String[MOST_BUNDLES];
    private final long[] counts = new long[MOST_BUNDLES];
    private volatile int size;

    /** Nobody has failed. */
    public Taint() {
    }

    /**
     * Notes a failure. Allocates nothing.
     *
     * @param bundle whose code failed; the last place stands for all that find no place of their own
     */
    void mark(String bundle) {
        try (var held = lock.lock()) {
            int at = 0;
            while (at < size && !names[at].equals(bundle)) {
                at++;
            }
            if (at == MOST_BUNDLES) {
                names[--at] = "others";
            } else if (at == size) {
                names[at] = bundle;
                size = at + 1;
            }
            counts[at]++;
        }
    }

    /**
     * How many bundles have failed.
     *
     * @return 0 if none
     */
    public int size() {
        return size;
    }

    /**
     * A bundle that has failed.
     *
     * @param index below {@link #size()}, in the order of the first failures
     * @return its symbolic name
     */
    public String bundle(int index) {
        return names[index];
    }

    /**
     * How often a bundle has failed.
     *
     * @param index below {@link #size()}
     * @return a count
     */
    public long failures(int index) {
        return counts[index];
    }

    /**
     * All of it.
     *
     * @return such as {@code not tainted}, or {@code tainted by org.example.driver (2)}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(size == 0 ? "not tainted" : "tainted by ");
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "" : ", ").append(names[i]).append(" (").append(counts[i]).append(')');
        }
        return text.toString();
    }
}
