package org.asterism.language.corpus.classes;

import java.util.EnumMap;
import java.util.EnumSet;

/** Enums that are named by their class alone: who is given the class asks for the constants. */
public final class EnumLiterals {
    private EnumLiterals() {}

    private enum Nothing { }

    private enum Listed { ONE, TWO }

    private enum Absent { LEFT, RIGHT }

    private enum Keys { FIRST, SECOND }

    private enum Found { HERE, THERE }

    private enum Kept {
        NORTH, SOUTH;

        static {
            System.out.println("Kept is initialised");
        }
    }

    /** A constant of its class, which initialises nothing. */
    private static final Class<Kept> KEPT = Kept.class;

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(EnumSet.allOf(Nothing.class) + " " + Nothing.class.getEnumConstants().length);
        System.out.println(Listed.class.getEnumConstants().length + " " + Listed[].class.getComponentType().isEnum());
        System.out.println(EnumSet.complementOf(EnumSet.noneOf(Absent.class)));
        System.out.println(new EnumMap<Keys, String>(Keys.class));
        System.out.println(Enum.valueOf(Found.class, "THERE"));
        System.out.println(KEPT.isEnum());
        System.out.println(EnumSet.allOf(KEPT));
    }
}
