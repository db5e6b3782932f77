package org.asterism.assembly.wire;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Pieces of generated Java source. */
final class JavaText {
    /** Where the packages begin that generated source names: a variable of that name would hide them. */
    private static final Set<String> PACKAGES = Set.of("java", "org");

    private JavaText() {}

    /** The package of a class, both dotted. */
    static String packageName(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    /** A class's name without its package and the classes around it. */
    static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    /** A string literal (JLS 3.10.5). */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r"); // its unicode escape would end the line
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' || c > '~' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }

    /** A variable for each component: its class's simple name if that can be one, numbered if it is taken. */
    static Map<Component, String> variables(Iterable<Component> components) {
        Map<Component, String> variables = new HashMap<>();
        Set<String> taken = new HashSet<>();
        Map<String, Integer> uses = new HashMap<>();
        for (Component component : components) {
            String simple = simpleName(component.implementation());
            String variable = simple.isEmpty() ? "" : Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
            if (!SourceVersion.isName(variable) || PACKAGES.contains(variable)) {
                variable = "component" + simple;
            }
            String unique = variable;
            while (!taken.add(unique)) {
                unique = variable + (uses.merge(variable, 1, Integer::sum) + 1);
            }
            variables.put(component, unique);
        }
        return variables;
    }
}
