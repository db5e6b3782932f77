package org.asterism.language.corpus.switches;

/** Dense, sparse and extreme keys of int switches. */
public final class IntSwitches {
    private IntSwitches() {}

    private static String dense(int key) {
        switch (key) {
            case -2:
                return "minus two";
            case -1:
            case 0:
                return "around zero";
            case 1:
                return "one";
            case 3:
                return "three";
            default:
                return "other";
        }
    }

    private static int sparse(int key) {
        switch (key) {
            case Integer.MIN_VALUE: return 1;
            case -1000000: return 2;
            case 0: return 3;
            case 77: return 4;
            case 65536: return 5;
            case Integer.MAX_VALUE: return 6;
            default: return -1;
        }
    }

    private static int edge(int key) {
        return switch (key) {
            case Integer.MAX_VALUE - 1 -> 1;
            case Integer.MAX_VALUE -> 2;
            case Integer.MAX_VALUE - 2 -> 3;
            default -> 0;
        };
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        for (int key = -4; key < 6; key++) {
            System.out.println(key + " " + dense(key) + " " + sparse(key * 77) + " " + sparse(key << 16) + " " + edge(Integer.MAX_VALUE + key));
        }
        int[] keys = {Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -1000000, 65536, Integer.MAX_VALUE, 78};
        for (int key : keys) {
            System.out.println(sparse(key) + " " + dense(key) + " " + edge(key));
        }
        switch (keys.length) {
        }
        switch (keys.length) {
            default:
                System.out.println("only default");
        }
    }
}
