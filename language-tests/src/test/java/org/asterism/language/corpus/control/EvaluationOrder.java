package org.asterism.language.corpus.control;

/** Operands are evaluated from left to right, before the operation. */
public final class EvaluationOrder {
    private EvaluationOrder() {}

    private static StringBuilder trace = new StringBuilder();
    private int field;

    private static int t(int value) {
        trace.append(value).append(' ');
        return value;
    }

    private static EvaluationOrder object(EvaluationOrder object) {
        trace.append("o ");
        return object;
    }

    private int sum(int a, int b, int c) {
        return a + 10 * b + 100 * c + field;
    }

    private static int[] array(int[] array) {
        trace.append("a ");
        return array;
    }

    private static void show(Object result) {
        System.out.println(result + " after " + trace);
        trace.setLength(0);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        EvaluationOrder self = new EvaluationOrder();
        show(t(1) + t(2) * t(3) - (t(4) << t(1)));
        show(object(self).sum(t(1), t(2), t(3)));
        show(object(self).field = t(5));
        show(object(self).field += t(6));
        show(array(new int[5])[t(2)] = t(7));
        show(array(new int[] {1, 2, 3})[t(1)] *= t(8));
        show(array(new int[] {1, 2, 3})[t(1)]++);
        show(t(1) < t(2) ? t(3) : t(4));
        show(t(1) > t(2) && t(3) > 0 || t(4) > t(3));
        show(t(0) == 1 & t(1) == 1 | t(2) == 2);
        int i = 1;
        show(i + (i = 5) * i);
        show(i++ + i-- - --i);
        int[] values = {0, 10, 20, 30};
        i = 1;
        values[i] = i = 3;
        show(values[1] + " " + i);
        i = 1;
        values[i] += (i = 2) + values[i];
        show(values[1] + " " + values[2]);
        int x = 3;
        x += x++ + ++x;
        show(x);
        new EvaluationOrder().field = t(1) + new int[t(2)].length + "x".repeat(t(3)).length();
        show(new int[t(1)][t(2)].length + new int[][] {{t(3)}, {t(4), t(5)}}.length);
    }
}
