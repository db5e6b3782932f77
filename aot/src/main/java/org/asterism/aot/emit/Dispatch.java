package org.asterism.aot.emit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BinaryOperator;
import org.asterism.aot.Optimization;
import org.asterism.aot.Optimizations;
import org.asterism.aot.reach.CallResolver;
import org.asterism.aot.reach.Closure;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;

/**
 * Plans virtual calls: which classes can receive, which methods can run, and where the dispatch table has them. Selectors
 * that no class understands together share an entry (selector colouring, Dixon et al., OOPSLA 1989).
 */
public final class Dispatch {
    private static final Comparator<JavaMethod> DECLARATIONS = Comparator.comparing((JavaMethod method) -> method.owner().name())
            .thenComparing(method -> method.owner().bundle().name());

    private final Closure closure;
    private final CallResolver calls;
    private final boolean sharesEntries;
    private final Map<JavaClass, List<JavaClass>> instancesOf = new HashMap<>();
    private final Map<JavaClass, Map<JavaMethod, Plan>> plans = new ConcurrentHashMap<>();
    private final Map<String, JavaMethod> tableSelectors = new ConcurrentSkipListMap<>();

    /**
     * How to compile one virtual call.
     *
     * @param targets the receiver classes of each method that can run, the method with the most classes last
     * @param abstractReceivers the receiver classes without a body for the call
     */
    public record Plan(Map<JavaMethod, List<JavaClass>> targets, List<JavaClass> abstractReceivers) {
        /** The number of classes that can receive. */
        public int receivers() {
            return targets.values().stream().mapToInt(List::size).sum();
        }
    }

    /** Dispatch over a finished closure. */
    public Dispatch(Closure closure, CallResolver calls, Optimizations optimizations) {
        this.closure = closure;
        this.sharesEntries = optimizations.include(Optimization.SELECTOR_COLOURING);
        this.calls = calls;
        List<JavaClass> sorted = new ArrayList<>(closure.instantiated());
        sorted.sort(Comparator.comparing(JavaClass::name).thenComparing(type -> type.bundle().name()));
        for (JavaClass type : sorted) {
            for (JavaClass supertype : type.supertypes()) {
                instancesOf.computeIfAbsent(supertype, key -> new ArrayList<>()).add(type);
            }
        }
    }

    /** The classes of objects that can be instances of a type, sorted by name. */
    public List<JavaClass> instances(JavaClass type) {
        return instancesOf.getOrDefault(type, List.of());
    }

    /** The plan of a call of a method on receivers of a type. */
    public Plan plan(JavaMethod resolved, JavaClass receiver) {
        return plans.computeIfAbsent(receiver, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(resolved, key -> compute(resolved, receiver));
    }

    private Plan compute(JavaMethod resolved, JavaClass receiver) {
        Map<JavaMethod, List<JavaClass>> targets = new LinkedHashMap<>();
        List<JavaClass> abstractReceivers = new ArrayList<>();
        for (JavaClass type : instances(receiver)) {
            JavaMethod selected = calls.select(type, resolved);
            if (selected == null) {
                abstractReceivers.add(type);
            } else {
                targets.computeIfAbsent(selected, key -> new ArrayList<>()).add(type);
            }
        }
        Map<JavaMethod, List<JavaClass>> ordered = new LinkedHashMap<>();
        targets.entrySet().stream().sorted(Comparator.comparingInt(entry -> entry.getValue().size()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return new Plan(ordered, abstractReceivers);
    }

    /** Notes that code calls a selector through the table. Of several declarations the first by name counts, whoever comes first. */
    public void useTable(JavaMethod declaration) {
        tableSelectors.merge(Selectors.key(declaration), declaration, BinaryOperator.minBy(DECLARATIONS));
    }

    /** The selectors called through the table and the entry number of each. */
    public Map<JavaMethod, Integer> colours() {
        List<Set<JavaClass>> occupied = new ArrayList<>();
        Map<JavaMethod, Integer> colours = new LinkedHashMap<>();
        Map<JavaMethod, Set<JavaClass>> understands = new HashMap<>();
        List<JavaMethod> order = new ArrayList<>(tableSelectors.values());
        for (JavaMethod selector : order) {
            understands.put(selector, understanding(selector));
        }
        order.sort(Comparator.comparingInt((JavaMethod selector) -> -understands.get(selector).size())
                .thenComparing(Selectors::key));
        for (JavaMethod selector : order) {
            Set<JavaClass> classes = understands.get(selector);
            int colour = sharesEntries ? 0 : occupied.size();
            while (colour < occupied.size() && intersects(occupied.get(colour), classes)) {
                colour++;
            }
            if (colour == occupied.size()) {
                occupied.add(new HashSet<>());
            }
            occupied.get(colour).addAll(classes);
            colours.put(selector, colour);
        }
        return colours;
    }

    /** The classes of objects that have a method of the selector, whichever type declares it. */
    private Set<JavaClass> understanding(JavaMethod selector) {
        Set<JavaClass> classes = new LinkedHashSet<>();
        for (JavaClass type : closure.instantiated()) {
            if (entry(type, selector) != null) {
                classes.add(type);
            }
        }
        return classes;
    }

    /** The method that a class has in the entry of a selector, or null. */
    public JavaMethod entry(JavaClass type, JavaMethod selector) {
        JavaMethod selected = null;
        for (JavaClass each = type; each != null && selected == null; each = each.superclass()) {
            JavaMethod declared = each.method(selector.name(), selector.descriptor());
            if (declared != null && !declared.isStatic() && Selectors.key(declared).equals(Selectors.key(selector))) {
                selected = calls.select(type, declared);
                return selected;
            }
        }
        return type.supertypes().stream().anyMatch(each -> each.method(selector.name(), selector.descriptor()) != null)
                ? calls.select(type, selector) : null;
    }

    private static boolean intersects(Set<JavaClass> one, Set<JavaClass> other) {
        Set<JavaClass> smaller = one.size() < other.size() ? one : other;
        Set<JavaClass> larger = smaller == one ? other : one;
        return smaller.stream().anyMatch(larger::contains);
    }
}
