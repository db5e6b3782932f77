package org.asterism.language.corpus.classes;

import java.util.ArrayList;
import java.util.List;

/** clone copies fields and elements, not what they refer to. */
public final class Cloning {
    private Cloning() {}

    private static class Sheep implements Cloneable {
        int age = 1;
        double weight = 2.5;
        List<String> wool = new ArrayList<>();
        int[] legs = {1, 2, 3, 4};

        @Override
        public Sheep clone() {
            try {
                return (Sheep) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static final class Dolly extends Sheep {
        final String name = "Dolly";

        @Override
        public Dolly clone() {
            Dolly copy = (Dolly) super.clone();
            copy.legs = legs.clone();
            return copy;
        }
    }

    private static final class Wolf {
        Object copy() throws CloneNotSupportedException {
            return clone();
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Sheep one = new Sheep();
        Sheep two = one.clone();
        two.age++;
        two.wool.add("white");
        two.legs[0] = 9;
        System.out.println(one.age + " " + one.wool + " " + one.legs[0] + " " + two.weight + " " + (one.getClass() == two.getClass()) + " " + (one != two));
        Sheep dolly = new Dolly();
        Sheep copy = dolly.clone();
        copy.legs[1] = 8;
        System.out.println(dolly.legs[1] + " " + ((Dolly) copy).name + " " + copy.getClass().getSimpleName());
        try {
            new Wolf().copy();
        } catch (CloneNotSupportedException e) {
            System.out.println(e.getMessage());
        }
    }
}
