package org.asterism.language.corpus.generics;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;

/** A generic linked list with iterator, and algorithms over it. */
public final class Collections {
    private Collections() {}

    private static final class Chain<E> implements Iterable<E> {
        private final class Node {
            private final E value;
            private Node next;

            private Node(E value) {
                this.value = value;
            }
        }

        private Node first;
        private Node last;

        private Chain<E> add(E value) {
            Node node = new Node(value);
            if (first == null) {
                first = last = node;
            } else {
                last = last.next = node;
            }
            return this;
        }

        @Override
        public Iterator<E> iterator() {
            return new Iterator<>() {
                private Node at = first;

                @Override
                public boolean hasNext() {
                    return at != null;
                }

                @Override
                public E next() {
                    if (at == null) {
                        throw new NoSuchElementException("end");
                    }
                    E value = at.value;
                    at = at.next;
                    return value;
                }
            };
        }

        private <R> Chain<R> map(Function<? super E, ? extends R> function) {
            Chain<R> result = new Chain<>();
            for (E each : this) {
                result.add(function.apply(each));
            }
            return result;
        }

        private Chain<E> filter(Predicate<? super E> predicate) {
            Chain<E> result = new Chain<>();
            forEach(each -> {
                if (predicate.test(each)) {
                    result.add(each);
                }
            });
            return result;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            for (E each : this) {
                text.append(each).append(';');
            }
            return text.toString();
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Chain<Integer> chain = new Chain<Integer>().add(1).add(2).add(3).add(4);
        System.out.println(chain + " " + chain.map(n -> n * n) + chain.filter(n -> n % 2 == 0).map(n -> "n" + n) + new Chain<>());
        Iterator<Integer> iterator = chain.iterator();
        int sum = 0;
        while (iterator.hasNext()) {
            sum += iterator.next();
        }
        try {
            iterator.next();
        } catch (NoSuchElementException e) {
            System.out.println(sum + e.getMessage());
        }
        try {
            iterator.remove();
        } catch (UnsupportedOperationException e) {
            System.out.println(e.getMessage());
        }
    }
}
