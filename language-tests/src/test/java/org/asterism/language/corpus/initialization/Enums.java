package org.asterism.language.corpus.initialization;

/** Enums, their constants' classes and switches over them. */
public final class Enums {
    private Enums() {}

    private static int t(String what) {
        System.out.println(what);
        return what.length();
    }

    private enum Level {
        LOW(t("low")),
        HIGH(t("high")) {
            private final int own = t("own field of HIGH");

            @Override
            int value() {
                return own + super.value();
            }
        };

        private static final int COUNT;
        private final int value;

        static {
            t("static of Level");
            COUNT = values().length;
        }

        Level(int value) {
            t("constructor " + value);
            this.value = value;
        }

        int value() {
            return value;
        }
    }

    private enum Quiet { A, B }

    /** Runs it. */
    public static void main(String[] arguments) {
        t("before");
        Level none = null;
        t("still before " + (none == null) + Level.class.getSimpleName());
        System.out.println(Level.COUNT);
        System.out.println(Level.HIGH.value());
        switch (Quiet.valueOf("B")) {
            case A -> t("a");
            case B -> t("b");
        }
        System.out.println(Level.valueOf("LOW").value() + Level.values().length);
    }
}
