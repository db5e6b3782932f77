package org.asterism.assembly.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.asterism.assembly.NearestName;
import org.objectweb.asm.Type;

/** What generated code passes to constructors and methods of components besides services: their properties, as a map or typed. */
final class ActivationArguments {
    private static final String MAP = "java.util.Map";

    private final ClassLookup lookup;
    private final Map<String, Map<String, String>> configuration;
    private final List<String> problems;
    private final SortedMap<String, String> sources = new TreeMap<>();
    private final Map<String, String> classNames = new HashMap<>();
    private final Map<Component, List<String>> shown = new HashMap<>();

    /** {@code configuration} is the descriptor's; {@code problems} gets a line for everything that cannot be passed. */
    ActivationArguments(ClassLookup lookup, Map<String, Map<String, String>> configuration, List<String> problems) {
        this.lookup = lookup;
        this.configuration = configuration;
        this.problems = problems;
    }

    /** An expression for a parameter; {@code where} says which, for the refusal. */
    String of(Component component, Type type, String where) {
        List<String> names = shown.computeIfAbsent(component, key -> new ArrayList<>());
        if (type.getClassName().equals(MAP)) {
            names.add("*");
            return map(component);
        }
        byte[] bytes = type.getSort() == Type.OBJECT ? lookup.find(type.getInternalName(), component.bundle()) : null;
        PropertyType properties = bytes == null ? null : PropertyType.read(bytes);
        if (properties == null) {
            problems.add(component + " wants a " + type.getClassName() + " in " + where
                    + "; a kernel passes services, a java.util.Map of properties, and annotation types that show them");
            return "null";
        }
        if (!properties.isVisibleIn(JavaText.packageName(component.implementation()))) {
            problems.add(component + " wants a " + type.getClassName() + " in " + where + ", which generated code cannot see; make it public");
            return "null";
        }
        properties.elements().forEach(element -> names.add(element.property()));
        return "new " + JavaText.packageName(component.implementation()) + "." + className(component, properties) + "()";
    }

    private String className(Component component, PropertyType type) {
        return classNames.computeIfAbsent(component.name() + " " + type.sourceName(), key -> {
            String folder = JavaText.packageName(component.implementation()).replace('.', '/') + "/";
            String name = JavaText.simpleName(component.implementation()) + "_" + type.simpleName();
            while (lookup.classes(component.bundle()).containsKey(folder + name) || sources.containsKey(folder + name + ".java")) {
                name += "_";
            }
            sources.put(folder + name + ".java", new PropertyClassWriter(lookup, problems).write(component, type, name));
            return name;
        });
    }

    /** A component's properties as an expression. */
    static String map(Component component) {
        List<String> entries = new ArrayList<>();
        component.properties().forEach((key, value) ->
                entries.add("java.util.Map.entry(" + JavaText.quote(key) + ", " + PropertyValue.literal(value) + ")"));
        return "java.util.Map.<String, Object>ofEntries(" + String.join(", ", entries) + ")";
    }

    /** Refuses what {@code -ostd-config} sets of a component that nobody would see; call when all its parameters are known. */
    void check(Component component, Predicate<String> otherwiseUsed) {
        List<String> names = shown.getOrDefault(component, List.of());
        for (String key : configuration.getOrDefault(component.name(), Map.of()).keySet()) {
            boolean used = names.contains("*") || names.contains(key) || component.describedProperties().contains(key)
                    || key.startsWith("service.") || otherwiseUsed.test(key);
            if (!used) {
                List<String> known = new ArrayList<>(names);
                known.addAll(component.describedProperties());
                problems.add("-ostd-config sets " + key + " of " + component.name() + ", which has no such property" + NearestName.hint(key, known));
            }
        }
    }

    /** Sources of the classes that show properties, by path. */
    SortedMap<String, String> sources() {
        return sources;
    }
}
