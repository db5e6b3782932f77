package org.asterism.language.corpus.initialization;

/** When, in an expression, initialisation happens. */
public final class Timing {
    private Timing() {}

    private static int t(String what) {
        System.out.println(what);
        return what.length();
    }

    private static final class Made {
        static {
            t("Made initialised");
        }

        Made(int argument) {
            t("Made()");
        }
    }

    private static final class Called {
        static {
            t("Called initialised");
        }

        static void call(int a, int b) {
            t("called");
        }
    }

    private static final class Stored {
        static int field;

        static {
            t("Stored initialised");
            field = 100;
        }
    }

    private static final class Added {
        static int field = t("Added initialised");
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        new Made(t("argument of new"));
        Called.call(t("first"), t("second"));
        Stored.field = t("value");
        System.out.println(Stored.field);
        Added.field += t("added");
        System.out.println(Added.field);
        System.out.println(t("left") + Lazy.VALUE + t("right"));
        boolean skipped = arguments.length > 0 && Never.value > 0;
        System.out.println(skipped);
    }

    private static final class Lazy {
        static final Integer VALUE = t("Lazy initialised");
    }

    private static final class Never {
        static int value = t("never");
    }
}
