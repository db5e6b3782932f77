package org.asterism.assembly.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * An annotation type whose elements are a component's properties. Source: OSGi Compendium R8, 112.8.2, component property types.
 */
final class PropertyType {
    /** One element: the method, the property it shows, and its type. */
    record Element(String method, String property, Type type) {}

    private final String name;
    private final List<Element> elements = new ArrayList<>();
    private final List<String> withoutDefault = new ArrayList<>();
    private final List<String> methods = new ArrayList<>();
    private final List<Type> types = new ArrayList<>();
    private int access;
    private String prefix = "";

    private PropertyType(String name) {
        this.name = name;
    }

    /** Reads an annotation type; null if the class is none. */
    static PropertyType read(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        if ((reader.getAccess() & Opcodes.ACC_ANNOTATION) == 0) {
            return null;
        }
        PropertyType type = new PropertyType(reader.getClassName());
        type.access = reader.getAccess();
        reader.accept(type.collector(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        boolean single = type.methods.contains("value") && type.withoutDefault.stream().allMatch("value"::equals);
        for (int index = 0; index < type.methods.size(); index++) {
            String method = type.methods.get(index);
            String property = single && method.equals("value") ? ofTypeName(type.simpleName()) : ofMethod(method);
            type.elements.add(new Element(method, type.prefix + property, type.types.get(index)));
        }
        return type;
    }

    private ClassVisitor collector() {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public void visitInnerClass(String inner, String outer, String simple, int flags) {
                if (inner.equals(name)) {
                    access = flags;
                }
            }

            @Override
            public FieldVisitor visitField(int flags, String field, String descriptor, String signature, Object value) {
                if (field.equals("PREFIX_") && value instanceof String text) {
                    prefix = text;
                }
                return null;
            }

            @Override
            public MethodVisitor visitMethod(int flags, String method, String descriptor, String signature, String[] thrown) {
                if ((flags & Opcodes.ACC_STATIC) != 0) {
                    return null;
                }
                methods.add(method);
                types.add(Type.getReturnType(descriptor));
                withoutDefault.add(method);
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public AnnotationVisitor visitAnnotationDefault() {
                        withoutDefault.remove(method);
                        return null;
                    }
                };
            }
        };
    }

    /** Name in Java source. */
    String sourceName() {
        return name.replace('/', '.').replace('$', '.');
    }

    String simpleName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1);
    }

    List<Element> elements() {
        return elements;
    }

    /** Whether a class of a package can implement it; {@code packageName} is dotted. */
    boolean isVisibleIn(String packageName) {
        boolean samePackage = name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.').equals(packageName);
        return (access & Opcodes.ACC_PUBLIC) != 0 || samePackage && (access & Opcodes.ACC_PRIVATE) == 0;
    }

    /** {@code $_$} is a hyphen, {@code _} a dot, and either doubled is itself; a lone {@code $} is nothing. */
    static String ofMethod(String method) {
        StringBuilder property = new StringBuilder();
        for (int at = 0; at < method.length(); at++) {
            if (method.startsWith("$_$", at)) {
                property.append('-');
                at += 2;
            } else if (method.startsWith("__", at) || method.startsWith("$$", at)) {
                property.append(method.charAt(at++));
            } else if (method.charAt(at) == '_') {
                property.append('.');
            } else if (method.charAt(at) != '$') {
                property.append(method.charAt(at));
            }
        }
        return property.toString();
    }

    /** The name of a single-element annotation's property: {@code ServiceRanking} is {@code service.ranking}. */
    static String ofTypeName(String simpleName) {
        return simpleName.replaceAll("([a-z0-9])([A-Z])", "$1.$2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1.$2").toLowerCase(Locale.ROOT);
    }
}
