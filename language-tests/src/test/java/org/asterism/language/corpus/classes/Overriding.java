package org.asterism.language.corpus.classes;

/** Covariant results, bridges, widened access and narrowed exceptions. */
public final class Overriding {
    private Overriding() {}

    private static class Fruit {
        protected Fruit make() {
            return new Fruit();
        }

        Object taste(Number n) throws Exception {
            return "fruit" + n;
        }

        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    private static class Apple extends Fruit implements Comparable<Apple> {
        @Override
        public Apple make() {
            return new Apple();
        }

        @Override
        String taste(Number n) {
            return "apple" + n;
        }

        String taste(Integer n) {
            return "overloaded" + n;
        }

        @Override
        public int compareTo(Apple other) {
            return toString().compareTo(other.toString());
        }
    }

    private static final class Braeburn extends Apple {
        @Override
        public Braeburn make() {
            return new Braeburn();
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        Fruit[] fruits = {new Fruit(), new Apple(), new Braeburn()};
        for (Fruit fruit : fruits) {
            System.out.println(fruit.make() + " " + fruit.taste(1));
        }
        Apple apple = new Braeburn();
        System.out.println(apple.make().taste(2) + apple.taste((Number) 3) + new Braeburn().make());
        @SuppressWarnings({"unchecked", "rawtypes"})
        Comparable<Object> raw = (Comparable) apple;
        System.out.println(raw.compareTo(new Apple()));
        try {
            raw.compareTo("text");
        } catch (ClassCastException e) {
            System.out.println("bridge casts");
        }
    }
}
