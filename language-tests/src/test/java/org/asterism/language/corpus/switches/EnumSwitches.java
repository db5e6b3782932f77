package org.asterism.language.corpus.switches;

/** Switches on enums, complete and not, on null, and in several classes. */
public final class EnumSwitches {
    private EnumSwitches() {}

    private enum Day { MONDAY, TUESDAY, SATURDAY, SUNDAY }

    private static String kind(Day day) {
        switch (day) {
            case SATURDAY:
            case SUNDAY:
                return "weekend";
            case MONDAY:
                return "start";
            default:
                return "work";
        }
    }

    private static int letters(Day day) {
        return switch (day) {
            case MONDAY, SUNDAY -> 6;
            case TUESDAY -> 7;
            case SATURDAY -> {
                int sum = 0;
                for (char c : day.name().toCharArray()) {
                    sum += c > 0 ? 1 : 0;
                }
                yield sum;
            }
        };
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        for (Day day : Day.values()) {
            System.out.println(day + " " + kind(day) + " " + letters(day) + " " + day.ordinal());
        }
        try {
            System.out.println(kind(null));
        } catch (NullPointerException e) {
            System.out.println("null");
        }
        switch (Thread.State.valueOf("BLOCKED")) {
            case NEW -> System.out.println("new");
            case BLOCKED -> System.out.println("blocked");
            default -> System.out.println("else");
        }
    }
}
