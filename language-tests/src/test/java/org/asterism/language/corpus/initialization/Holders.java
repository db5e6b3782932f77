package org.asterism.language.corpus.initialization;

/** Lazy holders, nested and in lambdas. */
public final class Holders {
    private Holders() {}

    private static int loads;

    private static final class Holder {
        static final Holder INSTANCE = new Holder();
        private final int number = ++loads;

        private static final class Deeper {
            static final int[] TABLE = build();

            private static int[] build() {
                loads += 10;
                int[] table = new int[10];
                for (int i = 0; i < table.length; i++) {
                    table[i] = i * i;
                }
                return table;
            }
        }
    }

    private static final class Tables {
        static final int[] SQUARES = new int[20];
        static final String[] NAMES = {"zero", "one", "two"};
        static final long TOTAL;
        static final double ROOT = Math.sqrt(2);
        static final char[] LETTERS = "letters".toCharArray();

        static {
            long total = 0;
            for (int i = 0; i < SQUARES.length; i++) {
                SQUARES[i] = i * i;
                total += SQUARES[i];
            }
            TOTAL = total;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(loads);
        java.util.function.Supplier<Holder> supplier = () -> Holder.INSTANCE;
        System.out.println(loads);
        System.out.println(supplier.get().number + supplier.get().number + loads);
        System.out.println(Holder.Deeper.TABLE[9] + loads);
        Holder.Deeper.TABLE[9]++;
        System.out.println(Holder.Deeper.TABLE[9]);
        System.out.println(Tables.TOTAL + " " + Tables.SQUARES[19] + " " + Tables.NAMES[2] + " " + Tables.ROOT + " " + Tables.LETTERS.length);
    }
}
