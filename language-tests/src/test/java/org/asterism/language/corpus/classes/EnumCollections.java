package org.asterism.language.corpus.classes;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** EnumSet and EnumMap. */
public final class EnumCollections {
    private EnumCollections() {}

    private enum Planet { MERCURY, VENUS, EARTH, MARS, JUPITER }

    /** Runs it. */
    public static void main(String[] arguments) {
        EnumSet<Planet> inner = EnumSet.range(Planet.MERCURY, Planet.MARS);
        System.out.println(inner + " " + EnumSet.complementOf(inner) + " " + EnumSet.noneOf(Planet.class) + " " + EnumSet.allOf(Planet.class).size());
        inner.remove(Planet.VENUS);
        inner.addAll(EnumSet.of(Planet.JUPITER, Planet.EARTH));
        System.out.println(inner + " " + inner.contains(Planet.VENUS) + " " + inner.containsAll(EnumSet.of(Planet.MARS)));
        Map<Planet, Integer> moons = new EnumMap<>(Planet.class);
        moons.put(Planet.MARS, 2);
        moons.put(Planet.EARTH, 1);
        moons.merge(Planet.MARS, 5, Integer::sum);
        moons.putIfAbsent(Planet.JUPITER, null);
        System.out.println(moons + " " + moons.get(Planet.VENUS) + " " + moons.containsKey(Planet.JUPITER) + " " + moons.size());
        for (Map.Entry<Planet, Integer> entry : moons.entrySet()) {
            System.out.println(entry.getKey().ordinal() + "=" + entry.getValue());
        }
        System.out.println(new EnumMap<>(moons).equals(moons) + " " + Enum.valueOf(Planet.class, "VENUS"));
    }
}
