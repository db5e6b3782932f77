package org.asterism.language.programs;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Classes, interfaces, lambdas, records, enums, switches, strings, arrays, initialisation order, atomics. */
public final class LanguageProgram {
    private LanguageProgram() {
    }

    interface Shape {
        double area();

        default String describe() {
            return name() + " of area " + area();
        }

        private String name() {
            return getClass().getSimpleName();
        }
    }

    record Circle(double radius) implements Shape {
        @Override
        public double area() {
            return radius * radius * 3;
        }
    }

    record Square(int side) implements Shape {
        @Override
        public double area() {
            return side * side;
        }

        @Override
        public String describe() {
            return "square! " + Shape.super.describe();
        }
    }

    record Mixed(byte b, short s, char c, boolean z, float f, double d, long j, String text, int[] array) {
    }

    sealed interface Tree permits Leaf, Node {
    }

    record Leaf(int value) implements Tree {
    }

    record Node(Tree left, Tree right) implements Tree {
    }

    enum Planet {
        MERCURY(1) {
            @Override
            String nick() {
                return "hot";
            }
        },
        EARTH(3), MARS(4);

        private final int position;

        Planet(int position) {
            this.position = position;
        }

        String nick() {
            return name().toLowerCase() + position;
        }
    }

    static class Base {
        static String log = "";

        static {
            log += "Base ";
        }

        protected int value = init();

        Base() {
            log += "Base() ";
        }

        int init() {
            return 1;
        }
    }

    static class Derived extends Base {
        static int touched;

        static {
            log += "Derived ";
            touched = 5;
        }

        private int own = 9;

        @Override
        int init() {
            return own;
        }
    }

    static final class Lazy {
        static final Lazy INSTANCE = new Lazy();
        static int count = 10;
        final int seen;

        Lazy() {
            seen = count;
        }
    }

    private static volatile int flag;
    private long counter;

    /** Runs it. */
    public static void main(String[] arguments) {
        shapes();
        records();
        enums();
        initialisation();
        lambdas();
        strings();
        arrays();
        atomics();
        System.out.println(sum(new Node(new Node(new Leaf(1), new Leaf(2)), new Leaf(3))));
        for (String key : new String[] {"one", "two", "Aa", "BB", "none"}) {
            System.out.print(number(key) + " ");
        }
        for (int i = -2; i < 12; i++) {
            System.out.print(sparse(i) + " ");
        }
        System.out.println();
        synchronisation();
    }

    private static void shapes() {
        Shape[] shapes = {new Circle(2), new Square(3), () -> 7.5};
        for (int i = 0; i < 2; i++) {
            System.out.println(shapes[i].describe() + " " + shapes[i]);
        }
        System.out.println(shapes[2].area() + " " + (shapes[0] instanceof Circle c && c.radius() > 1));
    }

    private static void records() {
        int[] array = {1};
        Mixed one = new Mixed((byte) 1, (short) 2, 'c', true, 1.5f, -2.5, 1L << 40, "t", array);
        Mixed same = new Mixed((byte) 1, (short) 2, 'c', true, 1.5f, -2.5, 1L << 40, "t", array);
        Mixed other = new Mixed((byte) 1, (short) 2, 'c', true, 1.5f, -2.5, 1L << 41, "t", array);
        System.out.println(one.equals(same) + " " + one.equals(other) + " " + one.equals(null) + " "
                + (one.hashCode() == same.hashCode()) + " " + new Square(4).hashCode() + " " + new Leaf(3)
                + new Node(new Leaf(1), null));
        System.out.println(new Mixed((byte) -1, (short) -2, 'x', false, 0f, 0.1, 3, null, null));
    }

    private static void enums() {
        for (Planet planet : Planet.values()) {
            String kind = switch (planet) {
                case MERCURY -> "first";
                case EARTH -> "home";
                default -> "other";
            };
            System.out.println(planet + " " + planet.ordinal() + " " + planet.nick() + " " + kind + " "
                    + planet.getDeclaringClass().getName());
        }
        System.out.println(Planet.valueOf("MARS") == Planet.MARS);
        try {
            Planet.valueOf("PLUTO");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void initialisation() {
        System.out.println(Lazy.INSTANCE.seen + " " + Lazy.count);
        int touched = Derived.touched;
        System.out.println(Base.log + touched);
        Derived derived = new Derived();
        System.out.println(Base.log + derived.value + derived.own);
    }

    private static void lambdas() {
        int base = 10;
        Function<Integer, Integer> add = x -> x + base;
        BiFunction<Integer, Long, Long> both = (x, y) -> x * y;
        IntBinaryOperator max = Math::max;
        Supplier<StringBuilder> maker = StringBuilder::new;
        ToLongFunction<Integer> wide = Integer::intValue;
        LongFunction<String> text = Long::toString;
        Function<Object, String> stringify = String::valueOf;
        LanguageProgram self = new LanguageProgram();
        Runnable increment = () -> self.counter += base;
        increment.run();
        increment.run();
        Function<Integer, int[]> arrays = int[]::new;
        System.out.println(add.andThen(x -> x * 2).apply(1) + " " + both.apply(3, 4L) + " " + max.applyAsInt(3, 9) + " "
                + maker.get().append("sb") + " " + wide.applyAsLong(8) + " " + text.apply(77) + " " + stringify.apply('c') + " "
                + self.counter + " " + arrays.apply(4).length);
        Object same = (Runnable & java.io.Serializable) () -> { };
        System.out.println(same instanceof java.io.Serializable);
    }

    private static void strings() {
        String text = "Grüße, 世界 \ud83d\ude00";
        System.out.println(text + " " + text.length() + " " + text.codePointCount(0, text.length()) + " " + text.hashCode());
        System.out.println(text.toUpperCase() + text.indexOf("世") + text.replace('ü', 'u') + text.substring(3, 9).trim());
        StringBuilder builder = new StringBuilder();
        builder.append(1).append('x').append(2L).append(true).append(1.5f).append(2.5).append((Object) null).insert(0, "<");
        System.out.println(builder.reverse() + " " + "a,b,,c".split(",").length + " " + String.join("-", "p", "q", "r"));
        System.out.println("abc".compareTo("abd") + " " + "abc".equals("ab" + "c") + " " + "ABC".equalsIgnoreCase("abc") + " "
                + "  strip ".strip() + "|" + "ab".repeat(3));
    }

    private static void arrays() {
        int[][] grid = new int[3][4];
        grid[1][2] = 5;
        long[][][] cube = new long[2][3][];
        String[][] words = {{"a"}, {"b", "c"}};
        int[] copy = grid[1].clone();
        copy[0] = 9;
        Object[] objects = words;
        System.out.println(grid[1][2] + grid[2].length + cube[1].length + words[1][1] + grid[1][0] + copy[0]
                + (cube[0][0] == null) + objects.getClass().getName() + grid.getClass().getName()
                + (objects instanceof Object[][]) + ((Object) grid instanceof Object[]));
        byte[] bytes = {1, -2, 3};
        System.arraycopy(bytes, 0, bytes, 1, 2);
        System.out.println(bytes[0] + " " + bytes[1] + " " + bytes[2] + " " + java.util.Arrays.toString(bytes)
                + java.util.Arrays.hashCode(bytes) + java.util.Arrays.equals(bytes, bytes.clone()));
        char[] letters = "sorted".toCharArray();
        java.util.Arrays.sort(letters);
        boolean[] flags = new boolean[2];
        flags[1] |= true;
        System.out.println(new String(letters) + flags[0] + flags[1]);
    }

    private static void atomics() {
        AtomicInteger small = new AtomicInteger(5);
        AtomicLong large = new AtomicLong(1L << 40);
        AtomicReference<String> reference = new AtomicReference<>("x");
        String expected = reference.get();
        System.out.println(small.incrementAndGet() + " " + small.compareAndSet(6, 9) + " " + small.getAndAdd(3) + " " + small
                + " " + large.addAndGet(-5) + " " + reference.compareAndSet(expected, "y") + reference.get()
                + reference.getAndSet("z") + small.updateAndGet(x -> x * 2) + reference.accumulateAndGet("w", String::concat));
        flag++;
        System.out.println(flag);
    }

    private static int sum(Tree tree) {
        if (tree instanceof Leaf leaf) {
            return leaf.value();
        }
        Node node = (Node) tree;
        return sum(node.left()) + sum(node.right());
    }

    private static int number(String key) {
        return switch (key) {
            case "one" -> 1;
            case "two" -> 2;
            case "Aa" -> 3;
            case "BB" -> 4;
            default -> 0;
        };
    }

    private static int sparse(int key) {
        switch (key) {
            case -1:
                return 100;
            case 0:
            case 1:
                key += 5;
                break;
            case 10:
                return 10_000;
            default:
                return key;
        }
        return key * 2;
    }

    private static synchronized int locked(int value) {
        return value + 1;
    }

    private static void synchronisation() {
        Object lock = new Object();
        int value = 0;
        synchronized (lock) {
            synchronized (lock) {
                value = locked(value);
            }
        }
        try {
            synchronized (lock) {
                throw new IllegalStateException("unlock");
            }
        } catch (IllegalStateException e) {
            value++;
        }
        System.out.println(value + " " + lock.equals(lock) + " " + (lock.hashCode() == System.identityHashCode(lock)));
    }
}
