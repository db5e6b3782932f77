package org.asterism.language.corpus.interfaces;

/** Methods of Object called on interfaces, and redeclared by them. */
public final class ObjectMembers {
    private ObjectMembers() {}

    private interface Thing {
        @Override
        boolean equals(Object other);

        @Override
        String toString();

        int size();
    }

    private static final class Small implements Thing {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public String toString() {
            return "small";
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Thing thing = new Small();
        Thing lambda = () -> 2;
        System.out.println(thing + " " + thing.equals(thing) + " " + thing.equals(lambda) + " " + (thing.hashCode() == thing.hashCode()) + " " + thing.getClass().getSimpleName());
        System.out.println(lambda.equals(lambda) + " " + lambda.size() + " " + (lambda.hashCode() == lambda.hashCode()) + " " + (lambda.toString() != null));
        Comparable<String> text = "x";
        System.out.println(text.equals("x") + " " + text.hashCode() + " " + text.toString().length());
        Runnable[] array = {null, () -> { }};
        Object[] objects = array;
        System.out.println(array.length + " " + objects.getClass().getSimpleName() + " " + array.clone().length);
        synchronized (lambda) {
            System.out.println(Thread.holdsLock(lambda));
        }
        CharSequence[] sequences = new String[] {"a"};
        System.out.println(sequences[0].equals("a"));
    }
}
