package org.asterism.test;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the annotations of Declarative Services say of a class, which are in its class file only. A class without them, a test double, has the
 * services that it implements.
 *
 * @param type the class
 * @param name the component's
 * @param services what it provides; null for whatever it is
 * @param properties its own, and defaults of the annotation types that show them
 * @param shown names of all properties that it sees, {@code *} for any
 * @param constructor the one that is called
 * @param parameters for each parameter of the constructor, its reference, or null if it takes properties
 * @param binds references that methods take
 * @param activate called when it is made, or null
 * @param deactivate called when the test ends, or null
 */
record ComponentDescription(Class<?> type, String name, List<String> services, Map<String, Object> properties, Set<String> shown, Constructor<?> constructor,
        List<ComponentReference> parameters, List<ComponentReference> binds, Method activate, Method deactivate) {

    private static final String ANY = "*";

    /** Reads a class; what a kernel refuses of a component is refused here, too. */
    static ComponentDescription of(Class<?> type) {
        ClassNode node = ComponentAnnotations.read(type);
        Map<String, Object> component = ComponentAnnotations.named(node.invisibleAnnotations, "Component");
        refuse(type, node, component);
        Constructor<?> constructor = constructor(type, node);
        MethodNode made = ComponentAnnotations.method(node, constructor);
        Map<String, Object> properties = new TreeMap<>();
        Set<String> shown = new TreeSet<>();
        List<ComponentReference> parameters = new ArrayList<>();
        for (int index = 0; index < constructor.getParameterCount(); index++) {
            List<AnnotationNode>[] all = made.invisibleParameterAnnotations;
            Map<String, Object> said = all == null || all.length <= index ? null : ComponentAnnotations.named(all[index], "Reference");
            parameters.add(ComponentAnnotations.parameter(index, constructor.getGenericParameterTypes()[index], said == null ? Map.of() : said));
            show(type, constructor.getParameterTypes()[index], properties, shown);
        }
        List<ComponentReference> binds = new ArrayList<>();
        Method activate = null;
        Method deactivate = null;
        for (Method method : type.getMethods()) {
            if (method.isBridge() || method.getDeclaringClass() == Object.class) {
                continue;
            }
            MethodNode code = ComponentAnnotations.method(ComponentAnnotations.read(method.getDeclaringClass()), method);
            Map<String, Object> reference = ComponentAnnotations.named(code.invisibleAnnotations, "Reference");
            if (reference != null) {
                binds.add(ComponentAnnotations.bind(method, reference));
            }
            if (ComponentAnnotations.named(code.invisibleAnnotations, "Activate") != null) {
                activate = method;
                Arrays.stream(method.getParameterTypes()).forEach(parameter -> show(type, parameter, properties, shown));
            }
            if (ComponentAnnotations.named(code.invisibleAnnotations, "Deactivate") != null) {
                deactivate = method;
                Arrays.stream(method.getParameterTypes()).forEach(parameter -> show(type, parameter, new TreeMap<>(), shown));
            }
        }
        properties.putAll(ComponentAnnotations.properties(type, node, component == null ? Map.of() : component));
        String name = component == null ? type.getName() : (String) component.getOrDefault("name", type.getName());
        shown.addAll(properties.keySet());
        binds.sort(java.util.Comparator.comparing(ComponentReference::name));
        return new ComponentDescription(type, name, component == null ? null : ComponentAnnotations.services(type, component), properties, shown, constructor,
                parameters, binds, activate, deactivate);
    }

    /** Notes which properties a parameter shows, and their defaults. */
    private static void show(Class<?> component, Class<?> parameter, Map<String, Object> properties, Set<String> shown) {
        if (parameter == Map.class) {
            shown.add(ANY);
        } else if (parameter.isAnnotation()) {
            ComponentProperties.refuseUnknown(component, parameter);
            properties.putAll(ComponentProperties.defaults(parameter));
            shown.addAll(ComponentProperties.names(parameter));
        }
    }

    /** Whether a configuration that sets a property is one that somebody sees. */
    boolean isSeen(String property) {
        return shown.contains(ANY) || shown.contains(property) || property.startsWith("service.")
                || Stream.concat(parameters.stream().filter(Objects::nonNull), binds.stream()).anyMatch(each -> property.equals(each.name() + ".target"));
    }

    private static Constructor<?> constructor(Class<?> type, ClassNode node) {
        Constructor<?>[] constructors = type.getConstructors();
        if (constructors.length == 0) {
            throw new IllegalStateException("component class " + type.getName() + " has no public constructor; give it one, and make the class public");
        }
        return Arrays.stream(constructors)
                .filter(each -> ComponentAnnotations.named(ComponentAnnotations.method(node, each).invisibleAnnotations, "Activate") != null)
                .findFirst().orElse(constructors[0]);
    }

    private static void refuse(Class<?> type, ClassNode node, Map<String, Object> component) {
        String problem = null;
        if (component != null && component.containsKey("factory")) {
            problem = "is a component factory, which a kernel does not have; provide a service that makes objects";
        } else if (component != null && String.valueOf(component.get("scope")).matches("BUNDLE|PROTOTYPE")) {
            problem = "has scope " + component.get("scope") + "; a kernel makes one object of each component, so provide a service that makes objects";
        } else if (component != null && component.containsKey("reference")) {
            problem = "describes references at its class; annotate the parameters of its constructor, or public bind methods";
        }
        for (FieldNode field : node.fields) {
            Map<String, Object> reference = ComponentAnnotations.named(field.invisibleAnnotations, "Reference");
            if (reference != null) {
                problem = "wants field " + field.name + " set for reference " + reference.getOrDefault("name", field.name)
                        + "; take it in the constructor or a public bind method";
            } else if (ComponentAnnotations.named(field.invisibleAnnotations, "Activate") != null) {
                problem = "wants its activation fields set: [" + field.name + "]; take a java.util.Map in the constructor instead";
            }
        }
        if (problem != null) {
            throw new IllegalStateException(type.getName() + " " + problem);
        }
        node.methods.stream().filter(method -> (method.access & Opcodes.ACC_PUBLIC) == 0).forEach(method -> refuse(type, method));
    }

    /** A test would never call it, and a kernel cannot. */
    private static void refuse(Class<?> type, MethodNode hidden) {
        String method = type.getName() + "." + hidden.name;
        if (ComponentAnnotations.named(hidden.invisibleAnnotations, "Reference") != null) {
            throw new IllegalStateException(method + " is not one public method that Java can name; make it so, or take it in the constructor");
        }
        boolean isCalled = ComponentAnnotations.named(hidden.invisibleAnnotations, "Activate") != null
                || ComponentAnnotations.named(hidden.invisibleAnnotations, "Deactivate") != null;
        if (isCalled && !hidden.name.equals("<init>")) {
            throw new IllegalStateException(method + " must be one public method, and there are 0 of that name; make one public");
        }
    }

    /** Whether it provides a service to references. */
    boolean provides(Class<?> service) {
        return services == null ? service.isAssignableFrom(type) : services.contains(service.getName());
    }

    /** Whether the constructor takes properties in a parameter of that type. */
    static boolean takesProperties(Type parameter) {
        return parameter instanceof Class<?> type && (type.isAnnotation() || type == Map.class)
                || parameter instanceof java.lang.reflect.ParameterizedType generic && generic.getRawType() == Map.class;
    }
}
