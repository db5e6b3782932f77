package org.asterism.assembly.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.objectweb.asm.Type;

/** Writes the boot class: one constructor call a component, in the order of the graph, under the names of their bundles. */
final class BootWriter {
    private static final String MAP = "java.util.Map";
    private static final int WIDTH = 130;

    /** Every way a component can be refused here; tests switch one off. Where generated code cannot be right without, javac refuses it in its words. */
    enum Rule {
        /** Classes that cannot be constructed from outside. */
        INSTANTIABLE,
        /** Names that Java source cannot have. */
        NAME,
        /** Names of members of classes that have no such member. */
        PLACE,
        /** Several constructors, or none, for what a description passes. */
        CONSTRUCTOR,
        /** Services that a class does not implement. */
        SERVICE,
        /** References passed as something else. */
        PARAMETER,
        /** Methods that cannot take a reference. */
        BIND,
        /** Several methods, or none, that activate or deactivate. */
        METHOD
    }

    private final Set<Rule> rules;
    private final Map<Component, Map<ComponentReference, List<Component>>> bindings;
    private final Map<String, Set<String>> grants;
    private final Map<Component, String> variables;
    private final List<String> problems;
    private final StringBuilder body = new StringBuilder();
    private final ActivationArguments arguments;
    private final ServiceTypes services;
    private Bundle section;

    /** {@code problems} gets one line for every component that generated code cannot construct. */
    BootWriter(Map<Component, Map<ComponentReference, List<Component>>> bindings, ClassLookup lookup, KernelDescriptor descriptor,
            List<String> problems, Set<Rule> rules) {
        this.rules = rules;
        this.bindings = bindings;
        this.problems = problems;
        this.grants = descriptor.grants();
        this.variables = JavaText.variables(bindings.keySet());
        this.services = new ServiceTypes(lookup);
        this.arguments = new ActivationArguments(lookup, descriptor.configuration(), problems);
    }

    /**
     * The source of {@code org.asterism.boot.Boot}.
     *
     * @param entry the component whose {@code start} runs last
     */
    String write(Component entry) {
        bindings.forEach(this::constructOrRefuse);
        return """
                package %s;

                /** Constructs the components of this kernel, each after what it needs, and starts it. Generated. */
                public final class Boot {
                    private Boot() {}

                    /** Runs as the kernel's first task. */
                    public static void main() throws Exception {
                %s
                        // the kernel's entry
                        %s.start();
                    }
                }
                """.formatted(GeneratedNames.PACKAGE, body, variables.get(entry));
    }

    /** Sources of classes that show properties, by path; valid after {@link #write}. */
    SortedMap<String, String> propertyClasses() {
        return arguments.sources();
    }

    /** Wiring may be asked for before classes are verified. */
    private void constructOrRefuse(Component component, Map<ComponentReference, List<Component>> bound) {
        try {
            construct(component, bound);
        } catch (RuntimeException | StackOverflowError e) {
            problems.add(unreadable(component, e));
        }
    }

    static String unreadable(Component component, Throwable failure) {
        return component.bundle() + ": component class " + component.implementation() + " cannot be read (" + failure.getClass().getSimpleName()
                + "); rebuild the bundle";
    }

    private void construct(Component component, Map<ComponentReference, List<Component>> bound) {
        section(component);
        String variable = variables.get(component);
        if (component.bundle() == null) {
            assign(variable, component.implementation(), List.of(names(bound.values().iterator().next())));
            return;
        }
        ComponentClass shape = ComponentClass.read(component);
        if (shape == null || !shape.isInstantiable() && rules.contains(Rule.INSTANTIABLE)) {
            problems.add(component.bundle() + ": component class " + component.implementation()
                    + (shape == null ? " is not in the bundle" : " is not a public, concrete class; make it so"));
            return;
        }
        if (!SourceVersion.isName(component.implementation().replace('$', '.')) && rules.contains(Rule.NAME)) {
            problems.add(component.bundle() + ": component class " + component.implementation()
                    + " has a name that generated source cannot have, for a part of it is a keyword or a number; rename it");
            return;
        }
        if (!shape.isNamedForItsPlace(component.implementation()) && rules.contains(Rule.PLACE)) {
            problems.add(component.bundle() + ": component class " + component.implementation()
                    + " has a dollar in its name, but is no member of the class before it; rename it");
            return;
        }
        List<ComponentClass.Member> constructors = shape.constructors(component.constructorParameters());
        if (constructors.isEmpty() || constructors.size() > 1 && rules.contains(Rule.CONSTRUCTOR)) {
            problems.add(component.bundle() + ": component class " + component.implementation() + " has " + constructors.size()
                    + " public constructors with " + component.constructorParameters() + " parameters; it needs exactly one");
            return;
        }
        component.services().stream().filter(service -> !services.isImplemented(component, service) && rules.contains(Rule.SERVICE)).forEach(service ->
                problems.add(component.bundle() + ": component class " + component.implementation() + " does not implement " + service
                        + ", which its description says that it provides; implement it, or take it out"));
        List<String> passed = new ArrayList<>();
        List<Type> types = constructors.get(0).parameters();
        for (int index = 0; index < types.size(); index++) {
            passed.add(argument(component, bound, index, types.get(index)));
        }
        assign(variable, component.implementation().replace('$', '.'), passed);
        bound.forEach((reference, providers) -> bind(component, shape, reference, providers));
        if (component.activate() != null) {
            line(call(component, shape, component.activate()) + ";");
        }
        if (component.services().contains(GeneratedNames.DRIVER)) {
            admit(component);
        }
        if (component.deactivate() != null) {
            line("org.asterism.ostd.power.Power.beforeOff(" + JavaText.quote(component.name()) + ", () -> "
                    + call(component, shape, component.deactivate()) + ");");
        }
        arguments.check(component, this::isReferredTo);
    }

    /** A comment whenever the next component comes from another bundle. */
    private void section(Component component) {
        if (body.length() == 0 || component.bundle() != section) {
            body.append(body.length() == 0 ? "" : "\n").append("        // ")
                    .append(component.bundle() == null ? "generated: system calls" : component.bundle()).append('\n');
        }
        section = component.bundle();
        if (component.bundle() != null && !component.name().equals(component.implementation())) {
            line("// component " + component.name());
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

    private void assign(String variable, String type, List<String> passed) {
        String statement = "var " + variable + " = new " + type + "(" + String.join(", ", passed) + ");";
        line(statement.length() <= WIDTH ? statement : "var " + variable + " = new " + type + "(\n                "
                + String.join(",\n                ", String.join(", ", passed).split(", (?=[a-zA-Z0-9]+(,|$)|new |java\\.)")) + ");");
    }

    private String argument(Component component, Map<ComponentReference, List<Component>> bound, int index, Type parameter) {
        String type = parameter.getClassName();
        for (Map.Entry<ComponentReference, List<Component>> entry : bound.entrySet()) {
            ComponentReference reference = entry.getKey();
            if (reference.parameter() == null || reference.parameter() != index) {
                continue;
            }
            List<Component> providers = entry.getValue();
            if (reference.multiple() && (type.equals("java.util.List") || type.equals("java.util.Collection"))) {
                return "java.util.List.of(" + names(providers) + ")";
            }
            if (type.equals("java.util.Optional")) {
                return providers.isEmpty() ? "java.util.Optional.empty()" : "java.util.Optional.of(" + names(providers) + ")";
            }
            if (!reference.multiple() && type.equals(reference.service())) {
                return providers.isEmpty() ? "null" : names(providers);
            }
            if (!rules.contains(Rule.PARAMETER)) {
                return "null";
            }
            problems.add(component + "/" + reference.name() + " takes " + reference.cardinality() + " " + reference.service()
                    + " as " + type + "; take the service itself, a java.util.Optional or a java.util.List of it");
            return "null";
        }
        return arguments.of(component, parameter, "parameter " + index + " of its constructor");
    }

    private void bind(Component component, ComponentClass shape, ComponentReference reference, List<Component> providers) {
        if (reference.bind() == null || reference.parameter() != null) {
            return;
        }
        List<ComponentClass.Member> methods = shape.methods(reference.bind()).stream()
                .filter(method -> isBindMethod(method.parameters(), reference.service()))
                .toList();
        if (methods.isEmpty() && !rules.contains(Rule.BIND)) {
            return;
        }
        if (methods.isEmpty()) {
            problems.add(component.bundle() + ": " + component.implementation() + "." + reference.bind() + " is not one public method that Java can name and that takes one "
                    + reference.service() + ", and a java.util.Map of its properties if it likes; make it so, or take it in the constructor");
            return;
        }
        for (Component provider : providers) {
            line(variables.get(component) + "." + reference.bind() + "(" + variables.get(provider)
                    + (methods.get(0).parameters().size() == 2 ? ", " + ActivationArguments.map(provider) : "") + ");");
        }
    }

    private static boolean isBindMethod(List<Type> parameters, String service) {
        return !parameters.isEmpty() && parameters.get(0).getClassName().equals(service)
                && (parameters.size() == 1 || parameters.size() == 2 && parameters.get(1).getClassName().equals(MAP));
    }

    /** A call of a method that activates or deactivates. */
    private String call(Component component, ComponentClass shape, String name) {
        List<ComponentClass.Member> methods = shape.methods(name);
        if (methods.isEmpty() || methods.size() > 1 && rules.contains(Rule.METHOD)) {
            problems.add(component.bundle() + ": " + component.implementation() + "." + name + " must be one public method, and there are "
                    + methods.size() + " of that name; make one public");
            return "";
        }
        return variables.get(component) + "." + name + "(" + methods.get(0).parameters().stream()
                .map(type -> arguments.of(component, type, "method " + name))
                .collect(Collectors.joining(", ")) + ")";
    }

    /** Whether a property is looked at by a reference's filter, or is a filter. */
    private boolean isReferredTo(String property) {
        return bindings.keySet().stream().flatMap(component -> component.references().stream())
                .anyMatch(reference -> property.equals(reference.name() + ".target")
                        || reference.target() != null && reference.target().contains("(" + property));
    }

    private String names(List<Component> providers) {
        return providers.stream().map(variables::get).collect(Collectors.joining(", "));
    }

    private void line(String text) {
        body.append("        ").append(text).append('\n');
    }
}
