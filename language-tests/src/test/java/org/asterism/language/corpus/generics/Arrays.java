package org.asterism.language.corpus.generics;

/** Arrays of type variables and generic classes. */
public final class Arrays {
    private Arrays() {}

    @SuppressWarnings("unchecked")
    private static <T> T[] make(int n) {
        return (T[]) new Object[n];
    }

    @SuppressWarnings("unchecked")
    private static <T extends Comparable<T>> T[] makeBounded(int n) {
        return (T[]) new Comparable<?>[n];
    }

    @SafeVarargs
    private static <T> T last(T... values) {
        return values[values.length - 1];
    }

    private static final class Stack<E> {
        private E[] elements = make(2);
        private int size;

        private void push(E element) {
            if (size == elements.length) {
                elements = java.util.Arrays.copyOf(elements, size * 2);
            }
            elements[size++] = element;
        }

        private E pop() {
            E top = elements[--size];
            elements[size] = null;
            return top;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        try {
            String[] texts = Arrays.<String>make(1);
            System.out.println(texts.length);
        } catch (ClassCastException e) {
            System.out.println("Object[] is no String[]");
        }
        System.out.println(Arrays.<Object>make(3).length);
        try {
            System.out.println(Arrays.<Integer>makeBounded(3).length);
        } catch (ClassCastException e) {
            System.out.println("Comparable[] is no Integer[]");
        }
        System.out.println(last(1, 2, 3) + last("a", "b"));
        Stack<String> stack = new Stack<>();
        for (String each : "the quick brown fox jumps".split(" ")) {
            stack.push(each);
        }
        System.out.println(stack.pop() + stack.pop() + stack.size + stack.elements.length);
        Comparable<?>[] mixed = {1, "a", 'c'};
        System.out.println(mixed.length);
        java.util.List<?>[] lists = {java.util.List.of(1), java.util.List.of("x", "y")};
        System.out.println(lists[1].get(1));
    }
}
