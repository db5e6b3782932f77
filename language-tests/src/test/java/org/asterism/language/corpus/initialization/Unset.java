package org.asterism.language.corpus.initialization;

/** An initialiser of a superclass sees the fields of its subclass unset, however simple their values. */
public final class Unset {
    private Unset() {}

    private static class Parent {
        static int seen = Child.number;
        static String text = "parent sees " + Child.number + " " + Child.name + " " + Child.CONSTANT + " " + (Child.table == null);

        static {
            System.out.println("Parent initialised");
        }
    }

    private static final class Child extends Parent {
        static int number = seven();
        static String name = "child";
        static final int CONSTANT = 5;
        static int[] table = {1, 2, 3};

        private static int seven() {
            return 7;
        }
    }

    private interface Loud {
        int X = loud();

        private static int loud() {
            System.out.println("Loud initialised, sees " + Quiet.value);
            return 1;
        }

        default void nothing() {}
    }

    private static final class Quiet implements Loud {
        static int value = 3;
    }

    private static final class User {
        static int copy = Quiet.value + 1;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(Child.number + " " + Parent.seen + " " + Parent.text + " " + Child.table.length);
        System.out.println(User.copy + " " + Quiet.value);
    }
}
