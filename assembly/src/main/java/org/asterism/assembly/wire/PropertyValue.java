package org.asterism.assembly.wire;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Values of component properties: typed as a description or an annotation type says, from text such as {@code -ostd-config} holds. */
final class PropertyValue {
    private PropertyValue() {}

    /**
     * Text as a value of a type.
     *
     * @param text as written; a list has commas between its elements
     * @param type the primitive types, their wrappers and String, and arrays of these
     * @throws IllegalArgumentException if it is none; the message is the type's name
     */
    static Object parse(String text, Class<?> type) {
        if (!type.isArray()) {
            return scalar(text, type);
        }
        List<String> parts = text.isBlank() ? List.of() : Arrays.stream(text.split(",")).map(String::strip).toList();
        Object array = Array.newInstance(type.getComponentType(), parts.size());
        for (int index = 0; index < parts.size(); index++) {
            Array.set(array, index, scalar(parts.get(index), type.getComponentType()));
        }
        return array;
    }

    private static Object scalar(String text, Class<?> type) {
        String word = text.strip();
        try {
            return switch (type.getSimpleName().toLowerCase(java.util.Locale.ROOT)) {
                case "boolean" -> truth(word);
                case "byte" -> Byte.valueOf(word);
                case "short" -> Short.valueOf(word);
                case "int", "integer" -> Integer.valueOf(word);
                case "long" -> Long.valueOf(word);
                case "float" -> (float) finite(Float.parseFloat(word), word);
                case "double" -> finite(Double.parseDouble(word), word);
                case "char", "character" -> letter(word);
                default -> text;
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(type.getSimpleName(), e);
        }
    }

    /** What to write for a value of a type, given by its simple name. */
    static String remedy(String type) {
        return switch (type.toLowerCase(java.util.Locale.ROOT)) {
            case "boolean" -> "write true or false";
            case "byte" -> "write a whole number from " + Byte.MIN_VALUE + " to " + Byte.MAX_VALUE;
            case "short" -> "write a whole number from " + Short.MIN_VALUE + " to " + Short.MAX_VALUE;
            case "int", "integer" -> "write a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
            case "long" -> "write a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE;
            case "char", "character" -> "write one character";
            default -> "write a number such as 1.5";
        };
    }

    /** Java reads a number beyond all that its type has as infinite. */
    private static double finite(double number, String word) {
        if (Double.isInfinite(number) && !word.endsWith("Infinity")) {
            throw new IllegalArgumentException(word);
        }
        return number;
    }

    private static Boolean truth(String word) {
        if (!word.equals("true") && !word.equals("false")) {
            throw new IllegalArgumentException(word);
        }
        return Boolean.valueOf(word);
    }

    private static Character letter(String word) {
        if (word.length() != 1) {
            throw new IllegalArgumentException(word);
        }
        return word.charAt(0);
    }

    /** The elements of an array, a collection's likewise, or the value alone, as text. */
    static List<String> texts(Object value) {
        if (value instanceof Iterable<?> several) {
            List<String> texts = new ArrayList<>();
            several.forEach(element -> texts.add(String.valueOf(element)));
            return texts;
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

    /** A value as an expression of its own type. */
    static String literal(Object value) {
        if (value instanceof String text) {
            return JavaText.quote(text);
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
        if (value instanceof Float number) {
            return number.isNaN() || number.isInfinite() ? "Float.intBitsToFloat(" + Float.floatToIntBits(number) + ")" : number + "f";
        }
        if (value instanceof Double number) {
            return number.isNaN() || number.isInfinite() ? "Double.longBitsToDouble(" + Double.doubleToLongBits(number) + "L)" : number.toString();
        }
        if (value.getClass().isArray()) {
            List<String> elements = new ArrayList<>();
            for (int index = 0; index < Array.getLength(value); index++) {
                elements.add(literal(Array.get(value, index)));
            }
            return "new " + value.getClass().getComponentType().getCanonicalName() + "[] {" + String.join(", ", elements) + "}";
        }
        if (value instanceof List<?> list) {
            return "java.util.List.of(" + list.stream().map(PropertyValue::literal).collect(Collectors.joining(", ")) + ")";
        }
        return String.valueOf(value);
    }
}
