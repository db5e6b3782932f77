package org.asterism.language.corpus.exceptions;

/** ArrayStoreException: covariance is checked when storing. */
public final class ArrayStores {
    private ArrayStores() {}

    private static class Animal {}

    private static final class Dog extends Animal {}

    private static void store(Object[] array, Object value) {
        try {
            array[0] = value;
            System.out.println("stored in " + array.getClass().getName());
        } catch (ArrayStoreException e) {
            System.out.println(e.getMessage());
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        store(new Object[1], 1);
        store(new String[1], "x");
        store(new String[1], 1);
        store(new String[1], null);
        store(new Animal[1], new Dog());
        store(new Dog[1], new Animal());
        store(new Number[1], 2.5);
        store(new Integer[1], 2.5);
        store(new Runnable[1], "x");
        store(new Runnable[1], (Runnable) () -> { });
        store(new Comparable<?>[1], 'c');
        store(new int[1][], new int[2]);
        store(new int[1][], new long[2]);
        store(new Object[1][], new String[0]);
        store(new Object[1][], new int[0]);
        store(new Object[1], new int[0]);
        store(new String[1][][], new String[0][]);
        store(new Cloneable[1], new int[0]);
        store(new java.io.Serializable[1][], new String[0]);
        Animal[] animals = new Dog[2];
        try {
            animals[1] = new Animal();
        } catch (ArrayStoreException e) {
            System.out.println(e.getMessage() + " " + animals[1]);
        }
        try {
            store(null, 1);
        } catch (NullPointerException e) {
            System.out.println("null array");
        }
        try {
            String[] cast = new String[0].getClass().cast(animals);
            cast[0] = "";
        } catch (ClassCastException e) {
            System.out.println("cast first");
        }
        Object[] none = new String[0];
        try {
            none[0] = 5;
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println("index first");
        }
    }
}
