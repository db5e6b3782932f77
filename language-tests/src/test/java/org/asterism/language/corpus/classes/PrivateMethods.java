package org.asterism.language.corpus.classes;

/** Private methods of the same name do not override each other. */
public final class PrivateMethods {
    private PrivateMethods() {}

    private static class Base {
        private String secret() {
            return "base secret";
        }

        private static String hidden() {
            return "base hidden";
        }

        String reveal() {
            return secret() + " " + hidden() + " " + this.secret();
        }

        String of(Base other) {
            return other.secret();
        }
    }

    private static class Derived extends Base {
        private String secret() {
            return "derived secret";
        }

        String both() {
            return secret() + " " + ((Base) this).secret() + " " + reveal();
        }
    }

    private static final class Public extends Derived {
        public String secret() {
            return "public secret";
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(new Derived().both());
        System.out.println(new Public().both() + " " + new Public().secret());
        System.out.println(new Base().of(new Public()));
        Base base = new Public();
        System.out.println(base.secret() + " " + base.reveal());
    }
}
