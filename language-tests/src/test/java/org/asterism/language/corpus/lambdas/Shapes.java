package org.asterism.language.corpus.lambdas;

import java.io.Serializable;
import java.util.Comparator;
import java.util.concurrent.Callable;

/** Lambdas with markers, generic interfaces, bridges, and inherited abstract methods. */
public final class Shapes {
    private Shapes() {}

    private interface Marker {}

    private interface Parent<T> {
        T make(T from);
    }

    private interface Narrow extends Parent<String> {
        @Override
        String make(String from);
    }

    private interface Merged extends Parent<Integer>, Comparator<Integer> {
        @Override
        default int compare(Integer a, Integer b) {
            return make(a) - make(b);
        }
    }

    private interface Twice {
        Object a(String s);
    }

    private interface Thrice extends Twice {
        @Override
        String a(String s);
    }

    private static <T, M extends Parent<T>> T use(M parent, T value) {
        return parent.make(value);
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        Runnable marked = (Runnable & Marker) () -> System.out.println("marked");
        marked.run();
        System.out.println((marked instanceof Marker) + " " + (marked instanceof Serializable));
        Callable<String> serializable = (Callable<String> & Serializable & Marker) () -> "serializable";
        System.out.println(serializable.call() + (serializable instanceof Serializable) + (serializable instanceof Marker));
        Narrow narrow = s -> s + "n";
        Parent<String> parent = narrow;
        System.out.println(narrow.make("a") + parent.make("b") + use(narrow, "c"));
        Merged merged = n -> -n;
        System.out.println(merged.compare(1, 5) + " " + merged.reversed().compare(1, 5));
        Thrice thrice = String::trim;
        Twice twice = thrice;
        System.out.println(thrice.a(" x ").length() + "" + twice.a(" y "));
        Narrow reference = (Narrow & Marker) String::strip;
        System.out.println(((Parent<String>) reference).make(" z ") + (reference instanceof Marker));
    }
}
