package org.asterism.assembly.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/** Writes the boot class: one constructor call a component, in the order of the graph. */
final class BootWriter {
    private static final String MAP = "java.util.Map";

    private final Map<Component, Map<ComponentReference, List<Component>>> bindings;
    private final Map<String, Set<String>> grants;
    private final Map<Component, String> variables;
    private final List<String> problems = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();

    BootWriter(Map<Component, Map<ComponentReference, List<Component>>> bindings, Map<String, Set<String>> grants) {
        this.bindings = bindings;
        this.grants = grants;
        this.variables = JavaText.variables(bindings.keySet());
    }

    /**
     * The source of {@code org.asterism.boot.Boot}.
     *
     * @param entry the component whose {@code start} runs last
     */
    String write(Component entry) {
        bindings.forEach(this::construct);
        return """
                package %s;

                /** Constructs the components of this kernel, each after what it needs, and starts it. Generated. */
                public final class Boot {
                    private Boot() {}

                    /** Runs as the kernel's first task. */
                    public static void main() {
                %s        %s.start();
                    }
                }
                """.formatted(GeneratedNames.PACKAGE, body, variables.get(entry));
    }

    /** One line for every component that generated code cannot construct; valid after {@link #write}. */
    List<String> problems() {
        return problems;
    }

    private void construct(Component component, Map<ComponentReference, List<Component>> bound) {
        String variable = variables.get(component);
        if (component.bundle() == null) {
            line("var " + variable + " = new " + component.implementation() + "(" + arguments(bound.values().iterator().next()) + ");");
            return;
        }
        ComponentClass shape = ComponentClass.read(component);
        if (shape == null || !shape.isInstantiable()) {
            problems.add(component.bundle() + ": component class " + component.implementation()
                    + (shape == null ? " is not in the bundle" : " is not a public, concrete class; make it so"));
            return;
        }
        List<ComponentClass.Member> constructors = shape.constructors(component.constructorParameters());
        if (constructors.size() != 1) {
            problems.add(component.bundle() + ": component class " + component.implementation() + " has " + constructors.size()
                    + " public constructors with " + component.constructorParameters() + " parameters; it needs exactly one");
            return;
        }
        List<String> arguments = new ArrayList<>();
        List<Type> types = constructors.get(0).parameters();
        for (int index = 0; index < types.size(); index++) {
            arguments.add(argument(component, bound, index, types.get(index).getClassName()));
        }
        line("var " + variable + " = new " + component.implementation().replace('$', '.') + "(" + String.join(", ", arguments) + ");");
        bound.forEach((reference, providers) -> bind(component, shape, reference, providers));
        if (component.activate() != null) {
            activate(component, shape);
        }
        if (component.services().contains(GeneratedNames.DRIVER)) {
            admit(component);
        }
    }

    /** Which bundle a driver is of, and what that bundle may take, is known here and nowhere else in the image. */
    private void admit(Component driver) {
        String bundle = driver.bundle().symbolicName();
        StringBuilder origin = new StringBuilder(JavaText.quote(bundle));
        grants.getOrDefault(bundle, Set.of()).forEach(grant -> origin.append(", ").append(JavaText.quote(grant)));
        line("org.asterism.ostd.spi.Ostd.machine().devices().addDriver(" + variables.get(driver)
                + ", org.asterism.ostd.spi.DriverOrigin.of(" + origin + "));");
    }

    private String argument(Component component, Map<ComponentReference, List<Component>> bound, int index, String type) {
        for (Map.Entry<ComponentReference, List<Component>> entry : bound.entrySet()) {
            ComponentReference reference = entry.getKey();
            if (reference.parameter() == null || reference.parameter() != index) {
                continue;
            }
            List<Component> providers = entry.getValue();
            if (reference.multiple() && (type.equals("java.util.List") || type.equals("java.util.Collection"))) {
                return "java.util.List.of(" + arguments(providers) + ")";
            }
            if (type.equals("java.util.Optional")) {
                return providers.isEmpty() ? "java.util.Optional.empty()" : "java.util.Optional.of(" + arguments(providers) + ")";
            }
            if (!reference.multiple() && type.equals(reference.service())) {
                return providers.isEmpty() ? "null" : arguments(providers);
            }
            problems.add(component + "/" + reference.name() + " takes " + reference.cardinality() + " " + reference.service()
                    + " as " + type + "; take the service itself, a java.util.Optional or a java.util.List of it");
            return "null";
        }
        if (type.equals(MAP)) {
            return properties(component);
        }
        problems.add(component + " wants a " + type + " in parameter " + index
                + " of its constructor; a kernel passes services and a java.util.Map of properties only");
        return "null";
    }

    private void bind(Component component, ComponentClass shape, ComponentReference reference, List<Component> providers) {
        if (reference.bind() == null || reference.parameter() != null) {
            return;
        }
        boolean callable = shape.methods(reference.bind()).stream()
                .anyMatch(method -> method.parameters().size() == 1
                        && method.parameters().get(0).getClassName().equals(reference.service()));
        if (!callable) {
            problems.add(component.bundle() + ": " + component.implementation() + "." + reference.bind()
                    + " is not a public method that takes one " + reference.service() + "; make it so, or take it in the constructor");
            return;
        }
        for (Component provider : providers) {
            line(variables.get(component) + "." + reference.bind() + "(" + variables.get(provider) + ");");
        }
    }

    private void activate(Component component, ComponentClass shape) {
        List<ComponentClass.Member> methods = shape.methods(component.activate());
        List<Type> parameters = methods.size() == 1 ? methods.get(0).parameters() : null;
        boolean callable = parameters != null
                && (parameters.isEmpty() || parameters.size() == 1 && parameters.get(0).getClassName().equals(MAP));
        if (!callable) {
            problems.add(component.bundle() + ": " + component.implementation() + "." + component.activate()
                    + " must be one public method without parameters, or with a java.util.Map of properties");
            return;
        }
        line(variables.get(component) + "." + component.activate() + "(" + (parameters.isEmpty() ? "" : properties(component)) + ");");
    }

    private static String properties(Component component) {
        return "java.util.Map.<String, Object>ofEntries(" + component.properties().entrySet().stream()
                .map(entry -> "java.util.Map.entry(" + JavaText.quote(entry.getKey()) + ", " + JavaText.literal(entry.getValue()) + ")")
                .collect(Collectors.joining(", ")) + ")";
    }

    private String arguments(List<Component> providers) {
        return providers.stream().map(variables::get).collect(Collectors.joining(", "));
    }

    private void line(String text) {
        body.append("        ").append(text).append('\n');
    }
}
