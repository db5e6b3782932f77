package org.asterism.language.corpus.classes;

/** The most specific applicable method, in the three phases. */
@SuppressWarnings({"cast", "rawtypes"})
public final class Overloading {
    private Overloading() {}

    private static String m(byte x) { return "byte"; }

    private static String m(int x) { return "int"; }

    private static String m(long x) { return "long"; }

    private static String m(double x) { return "double"; }

    private static String m(Integer x) { return "Integer"; }

    private static String m(Number x) { return "Number"; }

    private static String m(Object x) { return "Object"; }

    private static String m(int... x) { return "int..."; }

    private static String m(Object... x) { return "Object..."; }

    private static String n(long x) { return "long"; }

    private static String n(Integer x) { return "Integer"; }

    private static String n(int... x) { return "int..."; }

    private static String o(Object x) { return "Object"; }

    private static String o(String x) { return "String"; }

    private static String q(char x) { return "char"; }

    private static String q(int x) { return "int"; }

    private static String r(float x) { return "float"; }

    private static String r(Object x) { return "Object"; }

    private static String s(Object x, String y) { return "OS"; }

    private static String s(String x, Object y) { return "SO"; }

    private static String s(String x, String y) { return "SS"; }

    /** Runs it. */
    public static void main(String[] arguments) {
        byte b = 1;
        short s = 2;
        char c = 'c';
        System.out.println(m(b) + m(s) + m(c) + m(1) + m(1L) + m(1f) + m(1.0) + m(true) + m("s") + m(Integer.valueOf(1)) + m(Long.valueOf(1)) + m("a", 1));
        System.out.println(m((Object) 1) + m((Number) 1) + m(new int[0]) + m(new Object[0]) + m((Object[]) new Integer[0]) + m(Short.valueOf(s)) + m(Character.valueOf(c)));
        System.out.println(n(1) + n(b) + n(Integer.valueOf(1)) + n() + n(1, 2) + n('c'));
        System.out.println(o(null) + o("x") + o((Object) "x") + o(1));
        System.out.println(q('a') + q('a' + 1) + q((char) ('a' + 1)) + q(b));
        System.out.println(r(1L) + r(1) + r(1.0) + r('x'));
        System.out.println(s("a", "b") + s(1, "b") + s("a", 1));
        StringBuilder builder = new StringBuilder();
        builder.append('a').append((int) 'a').append((Object) "o").append(new char[] {'x'}).append((byte) 1);
        System.out.println(builder);
    }
}
