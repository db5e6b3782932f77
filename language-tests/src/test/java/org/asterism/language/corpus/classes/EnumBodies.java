package org.asterism.language.corpus.classes;

/** Enums with fields, constructors, bodies and abstract methods. */
public final class EnumBodies {
    private EnumBodies() {}

    private interface Priced {
        int price();
    }

    private enum Operation implements Priced {
        PLUS("+") {
            @Override
            int apply(int a, int b) {
                return a + b;
            }
        },
        TIMES("*") {
            private int uses;

            @Override
            int apply(int a, int b) {
                uses++;
                return a * b + uses * 0;
            }

            @Override
            public int price() {
                return super.price() + 10 + uses;
            }
        },
        NEGATE("-", true) {
            @Override
            int apply(int a, int b) {
                return -a;
            }

            @Override
            public String toString() {
                return "minus";
            }
        };

        private static int made;
        private final String symbol;
        private final boolean unary;

        Operation(String symbol) {
            this(symbol, false);
        }

        Operation(String symbol, boolean unary) {
            this.symbol = symbol;
            this.unary = unary;
        }

        static {
            for (Operation each : values()) {
                made += each.ordinal() + 1;
            }
        }

        abstract int apply(int a, int b);

        @Override
        public int price() {
            return unary ? 1 : 2;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        for (Operation each : Operation.values()) {
            System.out.println(each + " " + each.name() + " " + each.symbol + " " + each.apply(6, 7) + " " + each.price() + " " + each.getDeclaringClass().getSimpleName() + " "
                    + (each.getClass() == Operation.class) + " " + each.getClass().getName() + " " + each.getClass().isEnum());
        }
        System.out.println(Operation.made + " " + Operation.valueOf("NEGATE") + " " + Operation.PLUS.compareTo(Operation.NEGATE) + " " + Operation.PLUS.equals(Operation.TIMES));
        System.out.println((Operation.values() == Operation.values()) + " " + Operation.values().length);
        try {
            Operation.valueOf("minus");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        Object singleton = Single.ONLY;
        System.out.println(singleton + " " + (singleton instanceof Comparable) + " " + None.values().length);
    }

    private enum Single { ONLY }

    private enum None { }
}
