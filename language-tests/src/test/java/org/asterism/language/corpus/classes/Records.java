package org.asterism.language.corpus.classes;

/** Records: accessors, equality, hash codes, text, compact constructors, nesting. */
public final class Records {
    private Records() {}

    private record Point(int x, int y) implements Comparable<Point> {
        static final Point ORIGIN = new Point(0, 0);

        Point(int both) {
            this(both, both);
        }

        double length() {
            return Math.sqrt((double) x * x + (double) y * y);
        }

        @Override
        public int compareTo(Point other) {
            return Integer.compare(x, other.x);
        }
    }

    private record Everything(byte b, short s, char c, int i, long l, float f, double d, boolean z, String t, int[] a, Point p, Object none) {}

    private record Range(int from, int to) {
        Range {
            if (from > to) {
                int swapped = from;
                from = to;
                to = swapped;
            }
        }

        public int to() {
            return to + 1000;
        }
    }

    private record Generic<T extends Comparable<T>>(T first, T second) {
        T larger() {
            return first.compareTo(second) > 0 ? first : second;
        }
    }

    private record Empty() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        Point point = new Point(3, 4);
        System.out.println(point + " " + point.x() + " " + point.length() + " " + point.equals(new Point(3, 4)) + " " + point.equals(new Point(3)) + " " + point.equals(null));
        System.out.println(point.hashCode() + " " + new Point(3, 4).hashCode() + " " + Point.ORIGIN.hashCode() + " " + new Point(-1).compareTo(point));
        Everything one = new Everything((byte) 1, (short) -2, 'c', 4, 5L << 40, 6.5f, -0.0, true, "text", null, point, null);
        Everything two = new Everything((byte) 1, (short) -2, 'c', 4, 5L << 40, 6.5f, 0.0, true, "text", null, point, null);
        System.out.println(one);
        System.out.println(one.hashCode() + " " + two.hashCode() + " " + one.equals(two) + " " + one.equals(one));
        int[] shared = {1};
        System.out.println(new Everything((byte) 0, (short) 0, 'a', 0, 0, Float.NaN, Double.NaN, false, null, shared, null, 1)
                .equals(new Everything((byte) 0, (short) 0, 'a', 0, 0, Float.NaN, Double.NaN, false, null, shared, null, 1)));
        Range range = new Range(9, 2);
        System.out.println(range + " " + range.from() + " " + range.to() + " " + range.equals(new Range(2, 9)) + " " + range.hashCode());
        System.out.println(new Generic<>("a", "b").larger() + " " + new Generic<>(5, 3) + " " + new Generic<>(1L, 2L).equals(new Generic<>(1L, 2L)));
        System.out.println(new Empty() + " " + new Empty().equals(new Empty()) + " " + new Empty().hashCode() + " " + (new Empty() instanceof Record));
    }
}
