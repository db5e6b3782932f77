package org.asterism.assembly.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asterism.assembly.NearestName;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class that shows a component its properties as an annotation: constants behind the annotation's methods. On a host
 * JVM, Declarative Services makes a proxy by reflection; a kernel has none.
 *
 * <p>The class lies in the component's own package, because such annotations are seldom public.
 */
final class PropertyClassWriter {
    private static final Map<String, String> NOTHING = Map.of("boolean", "false", "char", "(char) 0");

    private final ClassLookup lookup;
    private final List<String> problems;

    PropertyClassWriter(ClassLookup lookup, List<String> problems) {
        this.lookup = lookup;
        this.problems = problems;
    }

    /** The source of a class of the given simple name. */
    String write(Component component, PropertyType type, String className) {
        String packageName = JavaText.packageName(component.implementation());
        StringBuilder methods = new StringBuilder();
        for (PropertyType.Element element : type.elements()) {
            methods.append("""

                        @Override
                        public %s %s() {
                            return %s;
                        }
                    """.formatted(element.type().getClassName().replace('$', '.'), element.method(), value(component, element)));
        }
        return """
                package %s;

                /** The properties of component %s. Generated. */
                @SuppressWarnings("all")
                public final class %s implements %s {
                    /** Holds constants only. */
                    public %3$s() {}
                %s
                    @Override
                    public Class<? extends java.lang.annotation.Annotation> annotationType() {
                        return %4$s.class;
                    }
                }
                """.formatted(packageName, component.name(), className, type.sourceName(), methods);
    }

    private String value(Component component, PropertyType.Element element) {
        Type type = element.type();
        Type elementType = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        Object value = component.properties().get(element.property());
        List<String> texts = value == null ? List.of() : PropertyValue.texts(value);
        if (value instanceof String list && type.getSort() == Type.ARRAY) {
            texts = PropertyValue.texts(PropertyValue.parse(list, String[].class));
        }
        List<String> literals = texts.stream().map(text -> literal(component, element.property(), text, elementType)).toList();
        if (type.getSort() == Type.ARRAY) {
            return "new " + elementType.getClassName().replace('$', '.') + "[] {" + String.join(", ", literals) + "}";
        }
        if (!literals.isEmpty()) {
            return literals.get(0);
        }
        return elementType.getSort() == Type.OBJECT ? "null" : NOTHING.getOrDefault(elementType.getClassName(), "0");
    }

    private String literal(Component component, String property, String text, Type type) {
        String name = type.getClassName();
        if (type.getSort() != Type.OBJECT || name.equals("java.lang.String")) {
            try {
                return PropertyValue.literal(PropertyValue.parse(text, primitive(name)));
            } catch (IllegalArgumentException e) {
                problems.add(component.name() + " has property " + property + " '" + text + "', which is no " + name + "; set it in -ostd-config");
                return "0";
            }
        }
        byte[] bytes = lookup.find(type.getInternalName(), component.bundle());
        List<String> constants = bytes == null ? List.of() : constants(bytes);
        if (constants.isEmpty()) {
            problems.add(component.name() + " takes property " + property + " as a " + name
                    + "; a kernel knows numbers, truth values, characters, strings, enums of the bundle, and arrays of these");
        } else if (!constants.contains(text.strip())) {
            problems.add(component.name() + " has property " + property + " '" + text + "', which is no " + name
                    + NearestName.hint(text.strip(), constants) + "; constants are " + String.join(", ", constants));
        }
        return name.replace('$', '.') + "." + text.strip();
    }

    private static Class<?> primitive(String name) {
        return switch (name) {
            case "boolean" -> boolean.class;
            case "byte" -> byte.class;
            case "short" -> short.class;
            case "int" -> int.class;
            case "long" -> long.class;
            case "float" -> float.class;
            case "double" -> double.class;
            case "char" -> char.class;
            default -> String.class;
        };
    }

    /** Names of an enum's constants, empty of another class. */
    private static List<String> constants(byte[] bytes) {
        List<String> constants = new ArrayList<>();
        new ClassReader(bytes).accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
                if ((access & Opcodes.ACC_ENUM) != 0) {
                    constants.add(name);
                }
                return null;
            }
        }, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return constants;
    }
}
