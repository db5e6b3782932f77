package org.asterism.language.corpus.interfaces;

/** Static and private methods of interfaces. */
public final class StaticsAndPrivates {
    private StaticsAndPrivates() {}

    private interface Maths {
        int BASE = 10;

        static int twice(int n) {
            return helper(n) * 2;
        }

        private static int helper(int n) {
            return n + BASE;
        }

        private String secret() {
            return "secret of " + getClass().getSimpleName() + hidden(1);
        }

        private String hidden(int n) {
            return n > 3 ? "." : "h" + hidden(n + 1);
        }

        default String reveal() {
            return secret() + twice(1);
        }

        default java.util.function.Supplier<String> later() {
            return this::secret;
        }
    }

    private static final class One implements Maths {
        private String secret() {
            return "not called";
        }
    }

    private static final class Two implements Maths {
        public String secret() {
            return "public, not called";
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(Maths.twice(5) + " " + new One().reveal() + " " + new Two().reveal() + " " + new Two().secret() + new One().secret());
        System.out.println(new One().later().get());
        Maths both = new One();
        System.out.println(both.reveal() + One.BASE);
    }
}
