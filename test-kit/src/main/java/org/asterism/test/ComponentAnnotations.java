package org.asterism.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.test.ComponentReference.Cardinality;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads annotations of Declarative Services, which reflection does not see, with the defaults that bnd gives what they leave out. */
final class ComponentAnnotations {
    private static final String PACKAGE = "Lorg/osgi/service/component/annotations/";
    private static final String RANKING = "Lorg/osgi/service/component/propertytypes/ServiceRanking;";
    private static final Map<Class<?>, ClassNode> READ = new ConcurrentHashMap<>();

    private ComponentAnnotations() {
    }

    /** A class file without its code. */
    static ClassNode read(Class<?> type) {
        return READ.computeIfAbsent(type, key -> {
            String file = key.getName().substring(key.getName().lastIndexOf('.') + 1) + ".class";
            try (InputStream bytes = key.getResourceAsStream(file)) {
                ClassNode node = new ClassNode();
                new ClassReader(bytes).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                return node;
            } catch (IOException e) {
                throw new UncheckedIOException("the class file of " + key + " cannot be read", e);
            }
        });
    }

    static MethodNode method(ClassNode node, Constructor<?> constructor) {
        return method(node, "<init>", org.objectweb.asm.Type.getConstructorDescriptor(constructor));
    }

    static MethodNode method(ClassNode node, Method method) {
        return method(node, method.getName(), org.objectweb.asm.Type.getMethodDescriptor(method));
    }

    private static MethodNode method(ClassNode node, String name, String descriptor) {
        return node.methods.stream().filter(each -> each.name.equals(name) && each.desc.equals(descriptor)).findFirst().orElseThrow();
    }

    /** The elements that an annotation of Declarative Services sets, or null if it is not among some; constants of enums are their names. */
    static Map<String, Object> named(List<AnnotationNode> annotations, String simpleName) {
        return values(annotations, PACKAGE + simpleName + ";");
    }

    private static Map<String, Object> values(List<AnnotationNode> annotations, String descriptor) {
        for (AnnotationNode annotation : annotations == null ? List.<AnnotationNode>of() : annotations) {
            if (annotation.desc.equals(descriptor)) {
                Map<String, Object> values = new LinkedHashMap<>();
                for (int at = 0; annotation.values != null && at < annotation.values.size(); at += 2) {
                    Object value = annotation.values.get(at + 1);
                    values.put((String) annotation.values.get(at), value instanceof String[] constant ? constant[1] : value);
                }
                return values;
            }
        }
        return null;
    }

    /** A reference that a constructor takes; null if the parameter takes properties. */
    static ComponentReference parameter(int index, Type type, Map<String, Object> said) {
        if (ComponentDescription.takesProperties(type)) {
            return null;
        }
        Cardinality shown = Cardinality.MANDATORY;
        Type service = type;
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            boolean several = raw == List.class || raw == Collection.class;
            shown = several ? Cardinality.MULTIPLE : raw == Optional.class ? Cardinality.OPTIONAL : shown;
            service = several || raw == Optional.class ? generic.getActualTypeArguments()[0] : raw;
        }
        Class<?> wanted = service instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) service;
        return reference("parameter" + index, wanted, shown, said, null);
    }

    /** A reference that a method takes. */
    static ComponentReference bind(Method method, Map<String, Object> said) {
        Class<?>[] taken = method.getParameterTypes();
        if (taken.length == 0 || taken.length > 2 || taken.length == 2 && taken[1] != Map.class) {
            throw new IllegalStateException(method + " is not a public method that takes one service, and a java.util.Map of its properties if it likes;"
                    + " make it so, or take it in the constructor");
        }
        return reference(method.getName().replaceFirst("^(bind|set|add)(?=.)", ""), taken[0], Cardinality.MANDATORY, said, method);
    }

    private static ComponentReference reference(String name, Class<?> service, Cardinality shown, Map<String, Object> said, Method bind) {
        Class<?> wanted = said.get("service") instanceof org.objectweb.asm.Type named ? loaded(named, service) : service;
        Cardinality cardinality = said.get("cardinality") instanceof String constant ? Cardinality.valueOf(constant) : shown;
        return new ComponentReference((String) said.getOrDefault("name", name), wanted, cardinality, (String) said.get("target"), bind);
    }

    private static Class<?> loaded(org.objectweb.asm.Type type, Class<?> beside) {
        try {
            return Class.forName(type.getClassName(), false, beside.getClassLoader() == null ? ComponentAnnotations.class.getClassLoader() : beside.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("service " + type.getClassName() + " is not on the class path", e);
        }
    }

    /** Names of the services that a component provides: those it says, else the interfaces that it implements itself. */
    static List<String> services(Class<?> type, Map<String, Object> component) {
        if (component.get("service") instanceof List<?> said) {
            return said.stream().map(service -> ((org.objectweb.asm.Type) service).getClassName()).toList();
        }
        return Arrays.stream(type.getInterfaces()).map(Class::getName).toList();
    }

    /** Properties such as {@code "size:Integer=3"}, of which one that stands several times is an array, and the ranking. */
    static Map<String, Object> properties(Class<?> type, ClassNode node, Map<String, Object> component) {
        Map<String, List<Object>> values = new TreeMap<>();
        for (Object text : component.get("property") instanceof List<?> all ? all : List.of()) {
            String[] halves = String.valueOf(text).split("=", 2);
            String[] key = halves[0].split(":", 2);
            try {
                Class<?> kind = key.length == 1 ? String.class : Class.forName("java.lang." + key[1]);
                values.computeIfAbsent(key[0], name -> new ArrayList<>()).add(ComponentProperties.scalar(halves.length == 1 ? "" : halves[1], kind));
            } catch (ClassNotFoundException | IllegalArgumentException e) {
                throw new IllegalStateException(type.getName() + " has the property '" + text + "', which is none; write NAME:TYPE=VALUE", e);
            }
        }
        Map<String, Object> properties = new TreeMap<>();
        values.forEach((name, several) -> properties.put(name, several.size() == 1 ? several.get(0) : array(several)));
        Map<String, Object> ranking = values(node.invisibleAnnotations, RANKING);
        if (ranking != null) {
            properties.put("service.ranking", ranking.get("value"));
        }
        return properties;
    }

    private static Object array(List<Object> several) {
        Object array = Array.newInstance(several.get(0).getClass(), several.size());
        for (int index = 0; index < several.size(); index++) {
            Array.set(array, index, several.get(index));
        }
        return array;
    }
}
