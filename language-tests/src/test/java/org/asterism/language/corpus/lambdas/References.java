package org.asterism.language.corpus.lambdas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Method references: static, bound, unbound, of constructors and of arrays. */
public final class References {
    private final String name;

    private References(String name) {
        this.name = name;
    }

    private References() {
        this("default");
    }

    private static String shout(String text) {
        return text.toUpperCase() + "!";
    }

    private String join(String other) {
        return name + other;
    }

    private class Inner {
        private final int n;

        private Inner(int n) {
            this.n = n;
        }

        @Override
        public String toString() {
            return name + n;
        }
    }

    private IntFunction<Inner> inners() {
        return Inner::new;
    }

    private static class Parent {
        @Override
        public String toString() {
            return "parent";
        }
    }

    private static final class Child extends Parent {
        @Override
        public String toString() {
            Supplier<String> parent = super::toString;
            return "child of " + parent.get();
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Function<String, String> ofStatic = References::shout;
        System.out.println(ofStatic.apply("static"));
        References self = new References("self");
        UnaryOperator<String> bound = self::join;
        System.out.println(bound.apply("+bound"));
        BiFunction<References, String, String> unbound = References::join;
        System.out.println(unbound.apply(self, "+unbound"));
        Function<String, References> constructor = References::new;
        Supplier<References> defaulted = References::new;
        System.out.println(constructor.apply("made").name + defaulted.get().name);
        IntFunction<int[]> array = int[]::new;
        Function<Integer, String[][]> arrays = String[][]::new;
        System.out.println(array.apply(3).length + arrays.apply(2).length);
        System.out.println(self.inners().apply(5));
        System.out.println(new Child());
        ToIntFunction<String> length = String::length;
        System.out.println(length.applyAsInt("four"));
        Function<Object, String> text = Object::toString;
        System.out.println(text.apply(12));
        Supplier<Integer> literal = "literal"::length;
        System.out.println(literal.get());
        List<String> list = new ArrayList<>(List.of("bb", "a", "ccc"));
        list.sort(Comparator.comparing(String::length).reversed());
        list.replaceAll(String::trim);
        list.forEach(System.out::println);
        Function<Integer, List<Object>> lists = ArrayList::new;
        System.out.println(lists.apply(10).size());
        BiFunction<Integer, Integer, Integer> compare = Integer::compare;
        Function<String, Integer> parse = Integer::valueOf;
        System.out.println(compare.apply(1, 2) + parse.apply("5"));
        Supplier<Supplier<String>> chained = () -> self.name::toUpperCase;
        System.out.println(chained.get().get());
    }
}
