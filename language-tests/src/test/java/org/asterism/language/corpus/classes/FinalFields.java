package org.asterism.language.corpus.classes;

/** Final fields, constant ones folded into their users, and blank ones. */
public final class FinalFields {
    private FinalFields() {}

    private static final class Holder {
        final int constant = 5;
        final int computed = Integer.parseInt("6");
        final String text = "folded";
        final int[] array = {1};
        final int blank;
        static final long STATIC;

        static {
            STATIC = 7;
        }

        Holder(boolean which) {
            if (which) {
                blank = constant * 2;
            } else {
                blank = computed * 2;
            }
            array[0] = blank;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(new Holder(true).blank + " " + new Holder(false).blank + " " + new Holder(true).constant + new Holder(true).text + Holder.STATIC);
        final int local;
        if (arguments.length == 0) {
            local = 1;
        } else {
            local = 2;
        }
        Runnable reader = () -> System.out.println(local);
        reader.run();
        switch (5) {
            case 5 -> System.out.println("constant");
            default -> System.out.println("other");
        }
        Holder none = null;
        try {
            System.out.println(none.constant);
        } catch (NullPointerException e) {
            System.out.println("null");
        }
    }
}
