package org.asterism.language.corpus.interfaces;

/** Generic interfaces implemented with and without type arguments. */
public final class GenericBridges {
    private GenericBridges() {}

    private interface Handler<A, R extends Comparable<R>> {
        R handle(A argument);

        default R twice(A argument) {
            R first = handle(argument);
            return first.compareTo(handle(argument)) == 0 ? first : null;
        }
    }

    private static final class Length implements Handler<String, Integer> {
        @Override
        public Integer handle(String argument) {
            return argument.length();
        }
    }

    private abstract static class Base<T> {
        abstract void accept(T value);

        void all(Iterable<? extends T> values) {
            for (T value : values) {
                accept(value);
            }
        }
    }

    private static final class Sum extends Base<Integer> {
        private int sum;

        @Override
        void accept(Integer value) {
            sum += value;
        }
    }

    private interface Self<T extends Self<T>> {
        T self();

        default T chain() {
            return self().self();
        }
    }

    private static final class Me implements Self<Me> {
        @Override
        public Me self() {
            return this;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Handler<String, Integer> handler = new Length();
        System.out.println(handler.handle("four") + handler.twice("five5"));
        @SuppressWarnings({"unchecked", "rawtypes"})
        Handler<Object, Integer> raw = (Handler) handler;
        try {
            raw.handle(5);
        } catch (ClassCastException e) {
            System.out.println("bridge refuses");
        }
        Sum sum = new Sum();
        sum.all(java.util.List.of(1, 2, 3));
        System.out.println(sum.sum);
        @SuppressWarnings({"unchecked", "rawtypes"})
        Base<Object> rawBase = (Base) sum;
        try {
            rawBase.accept("x");
        } catch (ClassCastException e) {
            System.out.println("bridge refuses");
        }
        System.out.println(new Me().chain().self() != null);
    }
}
