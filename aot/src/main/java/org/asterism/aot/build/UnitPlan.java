package org.asterism.aot.build;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;

/**
 * Divides methods into C files: by bundle and package, large packages by a hash of the outermost class. Apart, because they are compiled with little
 * optimisation, are class initialisers, which run once, and methods that are so large that gcc's optimiser takes minutes: several of its passes
 * are quadratic. The place of a method depends on its own package alone, so a change elsewhere moves nothing.
 */
public final class UnitPlan {
    private static final int TARGET_BYTECODE = 6_000;
    /** Above so many bytes a method is large. It is the length from which HotSpot only interprets a method ({@code HugeMethodLimit}). */
    private static final int LARGE_BYTECODE = 8_000;
    private static final String INITIALIZERS = ".init";
    private static final String LARGE = ".large";

    private final Map<String, Integer> buckets = new HashMap<>();
    private final Map<JavaMethod, String> units = new ConcurrentHashMap<>();

    /** A plan for a set of methods. */
    public UnitPlan(Collection<JavaMethod> methods) {
        Map<String, Integer> sizes = new HashMap<>();
        for (JavaMethod method : methods) {
            sizes.merge(group(method.owner()), method.codeSize(), Integer::sum);
        }
        sizes.forEach((group, size) -> {
            int wanted = Math.max(1, size / TARGET_BYTECODE);
            buckets.put(group, Integer.highestOneBit(2 * wanted - 1));
        });
    }

    /** Whether a unit is to be compiled with little optimisation. */
    public static boolean isApart(String unit) {
        return unit.endsWith(INITIALIZERS) || unit.endsWith(LARGE);
    }

    /** The name of the unit of a method. */
    public String unit(JavaMethod method) {
        return units.computeIfAbsent(method, this::choose);
    }

    private String choose(JavaMethod method) {
        JavaClass owner = method.owner();
        String group = group(owner);
        int dollar = owner.name().indexOf('$', 1);
        String outermost = dollar < 0 ? owner.name() : owner.name().substring(0, dollar);
        int bucket = (outermost.hashCode() & 0x7fffffff) % buckets.getOrDefault(group, 1);
        return group + "." + bucket + (method.isClassInitializer() ? INITIALIZERS : method.codeSize() > LARGE_BYTECODE ? LARGE : "");
    }

    private static String group(JavaClass owner) {
        return owner.bundle().name() + "." + owner.packageName().replace('/', '.');
    }
}
