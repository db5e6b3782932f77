package org.asterism.language.corpus.control;

/** Variables assigned on some paths only, and reused slots of other types. */
public final class Definite {
    private Definite() {}

    private static String run(int way) {
        String result;
        {
            long slot = way * 10L;
            result = "long " + slot;
        }
        {
            double slot = way / 4.0;
            result += " double " + slot;
        }
        {
            Object slot = way > 1 ? "text" : Integer.valueOf(way);
            result += " object " + slot;
        }
        int late;
        if (way == 0) {
            late = 1;
        } else if (way == 1) {
            int[] late2 = {5};
            late = late2[0];
        } else {
            try {
                late = Integer.parseInt("x" + way);
            } catch (NumberFormatException e) {
                late = e.getMessage().length();
            }
        }
        for (int i = 0; i < 2; i++) {
            float slot = i + 0.5f;
            result += " " + slot;
        }
        for (String slot : new String[] {"a"}) {
            result += slot;
        }
        return result + late;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        for (int way = 0; way < 3; way++) {
            System.out.println(run(way));
        }
    }
}
