package org.asterism.language.corpus.initialization;

/** What initialises a class and what does not. */
public final class WhatTriggers {
    private WhatTriggers() {}

    private static void t(String what) {
        System.out.println(what);
    }

    private static final class Constants {
        static final int NUMBER = 5;
        static final String TEXT = "text";
        static final Integer BOXED = 7;

        static {
            t("Constants initialised");
        }
    }

    private static class ArrayElement {
        static {
            t("ArrayElement initialised");
        }
    }

    private static class Super {
        static int inherited = 3;

        static {
            t("Super initialised");
        }

        static void inheritedMethod() {
            t("inheritedMethod");
        }
    }

    private static final class Sub extends Super {
        static {
            t("Sub initialised");
        }
    }

    private static final class Cast {
        static {
            t("Cast initialised");
        }
    }

    private static final class Caught extends RuntimeException {
        static {
            t("Caught initialised");
        }
    }

    private static final class Referenced {
        static {
            t("Referenced initialised");
        }

        static String method() {
            return "method";
        }
    }

    private static final class Made {
        static {
            t("Made initialised");
        }
    }

    private static Cast field;

    /** Runs it. */
    public static void main(String[] arguments) {
        t("constants " + Constants.NUMBER + Constants.TEXT);
        ArrayElement[] array = new ArrayElement[2];
        t("array " + array.length + ArrayElement[].class.getSimpleName() + new ArrayElement[1][1].length);
        t("literal " + ArrayElement.class.getSimpleName());
        Object object = "x";
        t("instanceof " + (object instanceof Cast) + (field == null));
        try {
            t("cast " + (Cast) null);
            t("failing " + (Cast) object);
        } catch (ClassCastException e) {
            t("did not need it");
        }
        try {
            t("in try");
        } catch (Caught e) {
            t("never");
        }
        t("inherited " + Sub.inherited);
        Sub.inheritedMethod();
        java.util.function.Supplier<String> reference = Referenced::method;
        t("reference made");
        t(reference.get());
        java.util.function.Supplier<Object> maker = Made::new;
        t("maker made");
        t("made " + (maker.get() != null));
        t("boxed " + Constants.BOXED);
        new Sub();
    }
}
