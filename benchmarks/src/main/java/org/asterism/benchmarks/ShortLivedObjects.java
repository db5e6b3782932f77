package org.asterism.benchmarks;

/** Makes objects of which only the last sixteen are reachable; an operation is one object. */
final class ShortLivedObjects implements Item {
    private static final int OBJECTS = 1_000_000;
    private static final int KEPT = 16;

    /** What is made. */
    static final class Point {
        final int x;
        final int y;

        Point(int x, int y) {
            this.x = x;
            this.y = y;
        }
    }

    private final Point[] last = new Point[KEPT];

    @Override
    public String name() {
        return "allocate-short-lived";
    }

    @Override
    public int operations() {
        return OBJECTS;
    }

    @Override
    public long run() {
        long checksum = 0;
        for (int i = 0; i < KEPT; i++) {
            last[i] = new Point(0, 0);
        }
        for (int i = 0; i < OBJECTS; i++) {
            int place = i % KEPT;
            checksum += last[place].x;
            last[place] = new Point(i, -i);
        }
        return checksum;
    }
}
