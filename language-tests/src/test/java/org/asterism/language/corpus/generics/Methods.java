package org.asterism.language.corpus.generics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Generic methods, inference, wildcards captured and generic constructors. */
public final class Methods {
    private static <A, B, C> Function<A, C> compose(Function<? super A, ? extends B> first, Function<? super B, ? extends C> second) {
        return a -> second.apply(first.apply(a));
    }

    private static <K, V> Map<V, List<K>> invert(Map<K, V> map) {
        Map<V, List<K>> inverted = new HashMap<>();
        map.forEach((key, value) -> inverted.computeIfAbsent(value, ignored -> new ArrayList<>()).add(key));
        return inverted;
    }

    private static void swapFirst(List<?> list) {
        swapCaptured(list);
    }

    private static <T> void swapCaptured(List<T> list) {
        T first = list.get(0);
        list.set(0, list.get(1));
        list.set(1, first);
    }

    private static <T> T fold(List<T> list, T zero, BiFunction<? super T, ? super T, ? extends T> operation) {
        T result = zero;
        for (T each : list) {
            result = operation.apply(result, each);
        }
        return result;
    }

    private <T> Methods(T value, List<T> list) {
        list.add(value);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(compose(String::length, n -> n * 2.5).apply("four"));
        Map<String, Integer> map = new HashMap<>();
        map.put("a", 1);
        map.put("b", 2);
        map.put("c", 1);
        System.out.println(invert(map).get(1).size());
        List<String> list = new ArrayList<>(List.of("x", "y"));
        swapFirst(list);
        new <String>Methods("z", list);
        System.out.println(list);
        System.out.println(fold(List.of(1, 2, 3, 4), 0, Integer::sum) + fold(List.of("a", "b"), "", String::concat));
        System.out.println(Methods.<Long, Integer, String>compose(Long::intValue, Integer::toHexString).apply(255L));
    }
}
