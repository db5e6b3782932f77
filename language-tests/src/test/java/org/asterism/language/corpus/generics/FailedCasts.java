package org.asterism.language.corpus.generics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Casts that javac inserts for generics, and where they fail. */
public final class FailedCasts {
    private FailedCasts() {}

    private static final class Box<T> {
        private T value;

        private Box(T value) {
            this.value = value;
        }

        private T get() {
            return value;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object object) {
        return (T) object;
    }

    private static void attempt(String name, Runnable action) {
        try {
            action.run();
            System.out.println(name + " passes");
        } catch (ClassCastException e) {
            System.out.println(name + " fails");
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        List<Object> objects = new ArrayList<>(List.of(1, "two"));
        List<String> texts = cast(objects);
        attempt("get", () -> System.out.println(texts.get(0).length()));
        attempt("get as object", () -> System.out.println((Object) texts.get(0)));
        attempt("concatenation", () -> System.out.println("" + texts.get(1)));
        attempt("loop", () -> {
            for (String each : texts) {
                System.out.println(each);
            }
        });
        attempt("size", () -> System.out.println(texts.size()));
        attempt("contains", () -> System.out.println(texts.contains("two")));
        attempt("unused", () -> cast(5));
        attempt("discarded", () -> FailedCasts.<String>cast(5));
        attempt("assigned", () -> {
            String text = cast(5);
            System.out.println(text);
        });
        Box<Integer> box = cast(new Box<>("text"));
        attempt("unbox", () -> System.out.println(box.get() + 1));
        attempt("no cast needed", () -> System.out.println(box.get() != null));
        attempt("field", () -> System.out.println(box.value.intValue()));
        Map<String, Integer> map = cast(new HashMap<>(Map.of(1, "one")));
        attempt("keys", () -> map.keySet().forEach(key -> System.out.println(key.length())));
        attempt("values", () -> {
            int sum = 0;
            for (int each : map.values()) {
                sum += each;
            }
            System.out.println(sum);
        });
        attempt("comparable", () -> new java.util.TreeSet<Object>(objects));
    }
}
