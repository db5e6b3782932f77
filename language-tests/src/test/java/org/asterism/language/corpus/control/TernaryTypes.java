package org.asterism.language.corpus.control;

/** The type of a conditional expression, with its boxing, promotion and nulls. */
public final class TernaryTypes {
    private TernaryTypes() {}

    private static void show(Object value) {
        System.out.println(value == null ? "null" : value + " " + value.getClass().getName());
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        boolean yes = arguments.length == 0;
        byte b = 1;
        short s = 2;
        char c = 'c';
        int i = 98;
        long l = 5;
        Integer boxed = 7;
        Integer none = null;
        Object object = "o";
        show(yes ? b : s);
        show(yes ? b : 'x');
        show(yes ? c : 0);
        show(yes ? c : i);
        show(yes ? 98 : c);
        show(yes ? i : l);
        show(yes ? 1 : 2.0);
        show(yes ? boxed : 1.5);
        show(yes ? boxed : null);
        show(yes ? (Object) boxed : 1.5);
        show(yes ? boxed : object);
        show(yes ? 1 : "text");
        show(yes ? null : 0);
        show(!yes ? 'a' : Integer.valueOf(66));
        show(yes ? true : Boolean.FALSE);
        try {
            int value = yes ? none : 0;
            show(value);
        } catch (NullPointerException e) {
            show("null unboxed");
        }
        try {
            show(yes ? none : 1.0);
        } catch (NullPointerException e) {
            show("null unboxed");
        }
        show(yes ? none : boxed);
        Comparable<?> mixed = yes ? "s" : 1;
        show(mixed);
        show(yes ? !yes ? 1 : 2L : 3f);
    }
}
