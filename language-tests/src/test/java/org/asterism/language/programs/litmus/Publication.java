package org.asterism.language.programs.litmus;

import java.util.List;

/** Objects whose fields are final are complete for whoever gets hold of them, even through a race (JLS §17.5). */
public final class Publication {
    private Publication() {}

    private static class Point {
        final int first;
        final int[] more;
        final List<Integer> list;

        Point() {
            first = 41;
            more = new int[] {1, 2, 3};
            list = List.of(4, 5);
        }

        int sum() {
            return first + more[2] + list.get(1);
        }
    }

    private static final class Extended extends Point {
        final String text;

        Extended() {
            text = "nine " + first;
        }

        @Override
        int sum() {
            return super.sum() + text.length() - 7;
        }
    }

    private record Pair(long left, Object right) {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        Litmus.forbid("final fields", Publication::incomplete, cell -> cell.object = new Point(), Publication::read);
        Litmus.forbid("final fields of both classes", Publication::incomplete, cell -> cell.object = new Extended(), Publication::read);
        Litmus.forbid("records", Publication::incomplete, cell -> cell.object = new Pair(49, "right"), Publication::read);
        Litmus.forbid("strings", Publication::incomplete, cell -> cell.object = Integer.toString(-cell.y - 4949), Publication::read);
        Litmus.forbid("what a lambda captures", Publication::incomplete,
                cell -> {
                    int captured = cell.y + 49;
                    cell.object = (Captured) () -> captured;
                }, Publication::read);
        Litmus.forbid("headers and zeroes of ordinary objects", Publication::incomplete,
                cell -> cell.object = new Plain(), Publication::read);
        Litmus.forbid("lengths and zeroes of arrays", Publication::incomplete, cell -> cell.object = new long[5], Publication::read);
        Litmus.forbid("released references", cell -> cell.r1 == 1,
                cell -> {
                    Plain plain = new Plain();
                    plain.value = 1;
                    Cell.OBJECT.setRelease(cell, plain);
                },
                cell -> {
                    Plain seen = (Plain) Cell.OBJECT.getAcquire(cell);
                    cell.r1 = seen != null && seen.value != 1 ? 1 : 0;
                });
    }

    private static final class Plain {
        private int value;
        private Object nothing;
    }

    @FunctionalInterface
    private interface Captured {
        int value();
    }

    private static boolean incomplete(Cell cell) {
        return cell.r1 != 0 && cell.r1 != 49;
    }

    private static void read(Cell cell) {
        Object seen = cell.object;
        if (seen instanceof Point point) {
            cell.r1 = point.sum();
        } else if (seen instanceof Pair pair) {
            cell.r1 = "right".equals(pair.right()) ? (int) pair.left() : -1;
        } else if (seen instanceof String text) {
            cell.r1 = text.equals("-4949") ? 49 : -1;
        } else if (seen instanceof Captured captured) {
            cell.r1 = captured.value();
        } else if (seen instanceof Plain plain) {
            cell.r1 = plain.value == 0 && plain.nothing == null ? 49 : -1;
        } else if (seen instanceof long[] words) {
            cell.r1 = words.length == 5 && (words[0] | words[4]) == 0 ? 49 : -1;
        } else if (seen != null) {
            cell.r1 = -1;
        }
    }
}
