package org.asterism.assembly.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Pieces of generated Java source. */
final class JavaText {
    private JavaText() {}

    /** A value as an expression of its own type. */
    static String literal(Object value) {
        if (value instanceof String text) {
            return quote(text);
        }
        if (value instanceof Long number) {
            return number + "L";
        }
        if (value instanceof Character character) {
            return "(char) " + (int) character;
        }
        if (value instanceof Byte || value instanceof Short) {
            return "(" + value.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + ") " + value;
        }
        if (value instanceof Object[] array) {
            return "new " + array.getClass().getComponentType().getCanonicalName() + "[] {"
                    + List.of(array).stream().map(JavaText::literal).collect(Collectors.joining(", ")) + "}";
        }
        return String.valueOf(value);
    }

    /** A string literal (JLS 3.10.5). */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' || c > '~' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }

    /** A variable for each component: its class's simple name, numbered if several share it. */
    static Map<Component, String> variables(Iterable<Component> components) {
        Map<Component, String> variables = new HashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        for (Component component : components) {
            String name = component.implementation();
            String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
            String variable = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
            if (javax.lang.model.SourceVersion.isKeyword(variable)) {
                variable += "Component";
            }
            int use = uses.merge(variable, 1, Integer::sum);
            variables.put(component, use == 1 ? variable : variable + use);
        }
        return variables;
    }
}
