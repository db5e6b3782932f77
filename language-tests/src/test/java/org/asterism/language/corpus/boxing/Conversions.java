package org.asterism.language.corpus.boxing;

/** Boxing and unboxing in assignments, arithmetic, comparisons and calls. */
public final class Conversions {
    private Conversions() {}

    private static String call(Object o) {
        return o.getClass().getSimpleName();
    }

    private static int sum(Integer a, int b, Character c) {
        return a + b + c;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Integer i = 5;
        i++;
        i += 10;
        i <<= 1;
        System.out.println(i + " " + -i + " " + ~i + " " + (i / 3) + " " + (i > 30) + " " + (i == 32));
        Character c = 'a';
        c++;
        System.out.println(c + " " + (c + 1) + " " + (char) (c + 1));
        Double d = 2.5;
        d *= i;
        System.out.println(d + " " + (d > i) + " " + d.intValue());
        Boolean z = false;
        z |= i > 0;
        System.out.println((z ? "yes" : "no") + !z + (z & true));
        Long l = 5L;
        l -= i;
        System.out.println(l + " " + (l + i) + " " + (l * 1.5f) + " " + l.equals(-27L) + " " + l.equals(-27));
        System.out.println(call(1) + call('c') + call(1.5f) + call((byte) 1) + call(1L) + call(true) + call((short) 1) + call(i + l) + call(i + d));
        System.out.println(sum(1, i, 'a'));
        Byte b = 10;
        Short s = 20;
        int promoted = b + s;
        System.out.println(promoted);
        int[] array = {1, 2, 3};
        Integer index = 1;
        System.out.println(array[index] + array[b / 10]);
        switch (index) {
            case 1 -> System.out.println("one");
            default -> System.out.println("other");
        }
        Integer none = null;
        try {
            System.out.println(none + 1);
        } catch (NullPointerException e) {
            System.out.println("null");
        }
        try {
            Boolean unknown = null;
            if (unknown) {
                System.out.println("true");
            }
        } catch (NullPointerException e) {
            System.out.println("null condition");
        }
        Object object = 'x';
        char unboxed = (Character) object;
        int widened = (Character) object;
        System.out.println(unboxed + widened);
        try {
            System.out.println((Integer) object);
        } catch (ClassCastException e) {
            System.out.println("no integer");
        }
        Number number = arguments.length == 0 ? i : d;
        System.out.println(number);
    }
}
