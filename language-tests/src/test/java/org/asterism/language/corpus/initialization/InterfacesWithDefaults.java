package org.asterism.language.corpus.initialization;

/** A superinterface with default methods is initialised before the class that implements it. */
public final class InterfacesWithDefaults {
    private InterfacesWithDefaults() {}

    private static int t(String what) {
        System.out.println(what);
        return 1;
    }

    private interface Plain {
        int P = t("Plain");
    }

    private interface First extends Plain {
        int F = t("First");

        default void first() {}
    }

    private interface Second extends First {
        int S = t("Second");
    }

    private interface Third {
        int T = t("Third");

        private void hidden() {}

        default void third() {
            hidden();
        }
    }

    private interface StaticOnly {
        int O = t("StaticOnly");

        static void helper() {}
    }

    private interface AbstractOnly {
        int A = t("AbstractOnly");

        void nothing();
    }

    private static class Base implements Second, StaticOnly {
        static {
            t("Base");
        }
    }

    private static final class Derived extends Base implements Third, AbstractOnly {
        static {
            t("Derived");
        }

        @Override
        public void nothing() {}
    }

    private interface Failing {
        int BAD = fail();

        default void bad() {}
    }

    private static int fail() {
        throw new IllegalStateException("interface fails");
    }

    private static final class Victim implements Failing {
        static {
            t("never");
        }
    }

    private interface Sub extends Third {
        int SUB = t("Sub");
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        t("start");
        new Derived().nothing();
        t("now Plain");
        t("" + Plain.P + Sub.SUB);
        for (int i = 0; i < 2; i++) {
            try {
                new Victim();
            } catch (ExceptionInInitializerError e) {
                t("error " + e.getCause());
            } catch (NoClassDefFoundError e) {
                t(e.getMessage());
            }
        }
        Derived[] none = new Derived[0];
        t("array " + none.length + AbstractOnly.A + StaticOnly.O);
    }
}
