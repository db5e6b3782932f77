package org.asterism.language.corpus.switches;

/** Switch expressions yield values, throw, nest and convert. */
public final class SwitchExpressions {
    private SwitchExpressions() {}

    private static Object value(int key) {
        return switch (key) {
            case 0 -> 1;
            case 1 -> 2L;
            case 2 -> 'c';
            case 3 -> throw new IllegalArgumentException("three");
            case 4 -> {
                try {
                    yield Integer.parseInt("x");
                } catch (NumberFormatException e) {
                    yield -1;
                } finally {
                    System.out.println("finally");
                }
            }
            default -> "text";
        };
    }

    private static double promoted(int key) {
        return switch (key) {
            case 0 -> 1;
            case 1 -> 2.5f;
            default -> 'a';
        } + 1;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        for (int key = 0; key < 6; key++) {
            try {
                Object value = value(key);
                System.out.println(value + " " + value.getClass().getName());
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
        System.out.println(promoted(0) + " " + promoted(1) + " " + promoted(2));
        int outer = 5 + switch (arguments.length) {
            case 0 -> switch (promoted(0) > 1 ? "a" : "b") {
                case "a" -> 10;
                default -> 20;
            };
            default -> 30;
        } * 2;
        System.out.println(outer);
        String joined = "x" + switch (outer) {
            case 25:
                yield "25";
            default:
                System.out.println("default");
                yield "other";
        } + "y";
        System.out.println(joined);
    }
}
