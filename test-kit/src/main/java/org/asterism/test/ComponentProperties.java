package org.asterism.test;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A component's properties as it sees them: a map, or an annotation type whose elements are their names. Source: OSGi Compendium R8, 112.8.2. */
final class ComponentProperties {
    private ComponentProperties() {
    }

    /** The defaults of an annotation type, by the names of the properties that its elements show. */
    static Map<String, Object> defaults(Class<?> type) {
        Map<String, Object> defaults = new TreeMap<>();
        for (Method element : type.getDeclaredMethods()) {
            if (element.getDefaultValue() != null) {
                Object value = element.getDefaultValue();
                defaults.put(name(type, element), value instanceof Enum<?> constant ? constant.name() : value);
            }
        }
        return defaults;
    }

    /** The names of the properties that an annotation type shows. */
    static List<String> names(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).filter(element -> !Modifier.isStatic(element.getModifiers())).map(element -> name(type, element)).toList();
    }

    /** Refuses an annotation type with an element that a kernel could not make a value for. */
    static void refuseUnknown(Class<?> component, Class<?> type) {
        for (Method element : type.getDeclaredMethods()) {
            Class<?> kind = element.getReturnType().isArray() ? element.getReturnType().getComponentType() : element.getReturnType();
            if (!kind.isPrimitive() && !kind.isEnum() && kind != String.class) {
                throw new IllegalStateException(component.getName() + " takes property " + name(type, element) + " as a " + kind.getName()
                        + "; a kernel knows numbers, truth values, characters, strings, enums of the bundle, and arrays of these");
            }
        }
    }

    /** An annotation that shows properties. */
    static Object shownAs(Class<?> type, Map<String, Object> properties) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
            case "annotationType" -> type;
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> "@" + type.getName();
            default -> value(properties.get(name(type, method)), method);
        });
    }

    private static Object value(Object property, Method element) {
        Class<?> type = element.getReturnType();
        if (!type.isArray()) {
            List<String> texts = texts(property);
            return texts.isEmpty() ? nothing(type) : scalar(texts.get(0), type);
        }
        List<String> texts = property instanceof String list ? split(list) : texts(property);
        Object array = Array.newInstance(type.getComponentType(), texts.size());
        for (int index = 0; index < texts.size(); index++) {
            Array.set(array, index, scalar(texts.get(index), type.getComponentType()));
        }
        return array;
    }

    /** Text as a value of the type that a property has already, as {@code -ostd-config} is read. */
    static Object like(Object described, String text) {
        if (described == null || described instanceof String) {
            return text;
        }
        if (!described.getClass().isArray()) {
            return scalar(text, described.getClass());
        }
        Class<?> element = described.getClass().getComponentType();
        List<String> texts = split(text);
        Object array = Array.newInstance(element, texts.size());
        for (int index = 0; index < texts.size(); index++) {
            Array.set(array, index, scalar(texts.get(index), element));
        }
        return array;
    }

    private static List<String> split(String list) {
        return list.isBlank() ? List.of() : Arrays.stream(list.split(",")).map(String::strip).toList();
    }

    private static List<String> texts(Object value) {
        if (value == null) {
            return List.of();
        }
        if (!value.getClass().isArray()) {
            return List.of(String.valueOf(value));
        }
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < Array.getLength(value); index++) {
            texts.add(String.valueOf(Array.get(value, index)));
        }
        return texts;
    }

    /** Text as a number, truth value, character, string or constant of an enum. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static Object scalar(String text, Class<?> type) {
        String word = text.strip();
        if (type.isEnum()) {
            return Enum.valueOf((Class<? extends Enum>) type, word);
        }
        return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
            case "boolean" -> truth(word);
            case "byte" -> Byte.valueOf(word);
            case "short" -> Short.valueOf(word);
            case "int", "integer" -> Integer.valueOf(word);
            case "long" -> Long.valueOf(word);
            case "float" -> (float) finite(Float.parseFloat(word), word);
            case "double" -> finite(Double.parseDouble(word), word);
            case "char", "character" -> letter(word);
            case "string" -> text;
            default -> throw new IllegalArgumentException("a " + type.getName() + " is no property; a component has numbers, truth values, characters,"
                    + " strings, enums, and arrays of these");
        };
    }

    /** Java reads a number beyond all that its type has as infinite. */
    private static double finite(double number, String word) {
        if (Double.isInfinite(number) && !word.endsWith("Infinity")) {
            throw new IllegalArgumentException("'" + word + "' is beyond all numbers of its type");
        }
        return number;
    }

    private static Boolean truth(String word) {
        if (!word.equals("true") && !word.equals("false")) {
            throw new IllegalArgumentException("'" + word + "' is no truth value; write true or false");
        }
        return Boolean.valueOf(word);
    }

    private static Character letter(String word) {
        if (word.length() != 1) {
            throw new IllegalArgumentException("'" + word + "' is no character");
        }
        return word.charAt(0);
    }

    private static Object nothing(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    /** {@code $_$} is a hyphen, {@code _} a dot, and either doubled is itself; the one element {@code value} has the name of its type. */
    private static String name(Class<?> type, Method element) {
        boolean single = element.getName().equals("value")
                && Arrays.stream(type.getDeclaredMethods()).allMatch(other -> other.getName().equals("value") || other.getDefaultValue() != null);
        return prefix(type) + (single
                ? type.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1.$2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1.$2").toLowerCase(Locale.ROOT)
                : element.getName().replace("$_$", "-").replace("__", "\0").replace("$$", "\1").replace('_', '.').replace("$", "")
                        .replace('\0', '_').replace('\1', '$'));
    }

    private static String prefix(Class<?> type) {
        try {
            return (String) type.getDeclaredField("PREFIX_").get(null);
        } catch (NoSuchFieldException none) {
            return "";
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException("PREFIX_ of " + type.getName() + " cannot be read; make the annotation type visible to its package", hidden);
        }
    }
}
