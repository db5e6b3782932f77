package org.asterism.language.corpus.control;

/** What has been evaluated when an operand or the operation throws. */
public final class OrderWithExceptions {
    private OrderWithExceptions() {}

    private static StringBuilder trace = new StringBuilder();

    private interface Action {
        Object run();
    }

    private static int t(int value) {
        trace.append(value).append(' ');
        return value;
    }

    private static int fail(String why) {
        trace.append(why).append(' ');
        throw new IllegalStateException(why);
    }

    private static <T> T n(String name) {
        trace.append(name).append(' ');
        return null;
    }

    private int field;

    private static void attempt(Action action) {
        try {
            trace.append("= ").append(action.run());
        } catch (RuntimeException e) {
            trace.append(e.getClass().getSimpleName());
        }
        System.out.println(trace);
        trace.setLength(0);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] array = {1, 2};
        attempt(() -> t(1) + fail("two") + t(3));
        attempt(() -> t(1) / t(0) + t(2));
        attempt(() -> OrderWithExceptions.<int[]>n("array")[t(1)] = t(2));
        attempt(() -> OrderWithExceptions.<int[]>n("array")[fail("index")] = t(2));
        attempt(() -> array[t(9)] = t(2));
        attempt(() -> array[t(9)] += t(2));
        attempt(() -> array[t(9)] = fail("value"));
        attempt(() -> OrderWithExceptions.<OrderWithExceptions>n("object").field = t(1));
        attempt(() -> OrderWithExceptions.<OrderWithExceptions>n("object").field += t(1));
        attempt(() -> OrderWithExceptions.<String>n("receiver").substring(t(1), t(2)));
        attempt(() -> "text".substring(t(1), fail("second")));
        attempt(() -> new int[t(2)][t(-1)][fail("third")]);
        attempt(() -> new int[t(-2)][t(-1)]);
        attempt(() -> (Object) new int[t(1)][t(2)].clone()[t(1)][t(0)]);
        attempt(() -> (String) (Object) t(5));
        attempt(() -> array[t(1)] <<= t(3));
        System.out.println(array[0] + " " + array[1]);
    }
}
