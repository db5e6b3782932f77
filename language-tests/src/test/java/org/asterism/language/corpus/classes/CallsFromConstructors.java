package org.asterism.language.corpus.classes;

/** Virtual calls from a constructor see fields before their initialisers. */
public final class CallsFromConstructors {
    private CallsFromConstructors() {}

    private static class Base {
        protected String name = "base";

        Base() {
            System.out.println("Base() " + describe());
        }

        String describe() {
            return "Base " + name;
        }
    }

    private static class Middle extends Base {
        private int number = 7;
        private final int constant = 8;
        private final Integer boxed = 9;

        Middle() {
            System.out.println("Middle() " + describe());
        }

        @Override
        String describe() {
            return "Middle " + name + " " + number + " " + constant + " " + boxed;
        }
    }

    private static final class Derived extends Middle {
        private final String text;
        private String later = "later";

        Derived(String text) {
            this.text = text;
            System.out.println("Derived() " + describe());
        }

        @Override
        String describe() {
            return super.describe() + " Derived " + text + " " + later;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        new Base();
        new Middle();
        new Derived("text");
    }
}
