package org.asterism.assembly.wire;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.asterism.assembly.NearestName;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/**
 * Binds references to components and orders the components so that each comes after what it needs.
 *
 * <p>Only components that matter are kept: those wanted immediately, the kernel's entry, and what these need. Among the
 * providers of a multiple reference the order is that of Declarative Services: higher ranking first, then by name.
 */
public final class ComponentGraph {
    private static final Comparator<Component> BY_RANK =
            Comparator.comparingInt(Component::ranking).reversed().thenComparing(Component::name);

    private final List<Component> components;
    private final Map<String, String> choices;
    private final Map<Component, Map<ComponentReference, List<Component>>> bindings = new LinkedHashMap<>();
    private final Set<Component> path = new LinkedHashSet<>();
    private final KernelWiring.Completeness completeness;
    private final List<String> problems;
    private final Set<String> usedChoices = new LinkedHashSet<>();

    private ComponentGraph(List<Component> components, Map<String, String> choices, KernelWiring.Completeness completeness, List<String> problems) {
        this.components = components;
        this.choices = choices;
        this.completeness = completeness;
        this.problems = problems;
    }

    /**
     * Wires components.
     *
     * @param components all components, generated ones included
     * @param roots those the kernel is started for, in addition to the immediate ones
     * @param choices provider component by {@code component/reference}, from {@code -ostd-bind}
     * @param completeness whether components may be missing whose absence is told elsewhere
     * @param problems gets one line for every reference without exactly the providers it asks for, and every cycle
     * @return for every component that is needed, in construction order, the providers bound to each of its references
     */
    static Map<Component, Map<ComponentReference, List<Component>>> wire(List<Component> components, List<Component> roots,
            Map<String, String> choices, KernelWiring.Completeness completeness, List<String> problems) {
        ComponentGraph graph = new ComponentGraph(components, choices, completeness, problems);
        components.stream().filter(Component::immediate).sorted(BY_RANK).forEach(graph::visit);
        roots.forEach(graph::visit);
        if (completeness == KernelWiring.Completeness.WHOLE) {
            graph.checkChoices();
        }
        return graph.bindings;
    }

    private void visit(Component component) {
        if (bindings.containsKey(component)) {
            return;
        }
        if (!path.add(component)) {
            String cycle = path.stream().dropWhile(step -> step != component).map(Component::name).collect(Collectors.joining(" -> "));
            problems.add("components need each other: " + cycle + " -> " + component
                    + "; pass one of them at call time, or split a component");
            return;
        }
        Map<ComponentReference, List<Component>> bound = new LinkedHashMap<>();
        for (ComponentReference reference : component.references()) {
            List<Component> providers = providers(component, reference);
            bound.put(reference, providers);
            providers.forEach(this::visit);
        }
        path.remove(component);
        bindings.putIfAbsent(component, bound);
    }

    private List<Component> providers(Component component, ComponentReference reference) {
        List<Component> candidates = components.stream()
                .filter(candidate -> candidate.services().contains(reference.service()))
                .filter(candidate -> matches(component, reference, candidate))
                .sorted(BY_RANK)
                .toList();
        String key = component.name() + "/" + reference.name();
        String choice = choices.get(key);
        if (choice != null) {
            usedChoices.add(key);
            List<Component> chosen = candidates.stream().filter(candidate -> candidate.name().equals(choice)).toList();
            if (chosen.isEmpty() && !mayBeMissing(choice)) {
                problems.add("-ostd-bind chooses " + choice + " for " + key + ", but " + reference.service()
                        + " is provided by " + (candidates.isEmpty() ? "no component" : candidates + " only"));
            }
            return chosen;
        }
        if (candidates.isEmpty() && !reference.optional() && !mayBeMissing(component, reference)) {
            problems.add(describe(component, reference) + " has no provider; add a bundle that provides it to -runrequires");
        }
        if (candidates.size() > 1 && !reference.multiple() && candidates.get(0).ranking() > candidates.get(1).ranking()) {
            return List.of(candidates.get(0));
        }
        if (candidates.size() > 1 && !reference.multiple()) {
            problems.add(describe(component, reference) + " has " + candidates.size() + " providers: "
                    + candidates.stream().map(Component::name).collect(Collectors.joining(", "))
                    + "; choose one with -ostd-bind: " + key + ";to=" + candidates.get(0));
            return List.of();
        }
        return candidates;
    }

    private boolean mayBeMissing(String component) {
        return completeness == KernelWiring.Completeness.PARTIAL && components.stream().noneMatch(there -> there.name().equals(component));
    }

    /** Whether the bundle requires the service in its manifest too, so that the resolver has told what keeps its provider away. */
    private boolean mayBeMissing(Component component, ComponentReference reference) {
        return completeness == KernelWiring.Completeness.PARTIAL
                && components.stream().noneMatch(there -> there.services().contains(reference.service()))
                && component.bundle().resource().getRequirements("osgi.service").stream().anyMatch(requirement ->
                        requirement.getDirectives().getOrDefault("filter", "").contains("=" + reference.service() + ")"));
    }

    private static String describe(Component component, ComponentReference reference) {
        return component.name() + "/" + reference.name() + " (" + reference.service() + ")";
    }

    private boolean matches(Component component, ComponentReference reference, Component candidate) {
        if (reference.target() == null) {
            return true;
        }
        try {
            return FrameworkUtil.createFilter(reference.target()).matches(candidate.properties());
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the reader of descriptions has checked " + reference, e);
        }
    }

    /** The provider that is chosen for no reference may be misspelt as well. */
    private void choiceOfNobody(String reference) {
        String choice = choices.get(reference);
        List<String> names = components.stream().map(Component::name).toList();
        if (!names.contains(choice)) {
            problems.add("-ostd-bind chooses " + choice + " for " + reference + ", which no chosen bundle holds" + NearestName.hint(choice, names));
        }
    }

    private void checkChoices() {
        for (String key : choices.keySet()) {
            if (!usedChoices.contains(key)) {
                problems.add("-ostd-bind names " + key + ", but there is no such reference in this kernel"
                        + ReferenceName.hint(key, bindings.keySet()));
                choiceOfNobody(key);
            }
        }
    }
}
