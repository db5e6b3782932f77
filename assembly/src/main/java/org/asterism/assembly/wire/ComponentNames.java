package org.asterism.assembly.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.assembly.NearestName;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.descriptor.KernelDescriptor;

/** Holds the components that a descriptor names against those of all candidates, when the kernel's own are not known. */
public final class ComponentNames {
    private ComponentNames() {}

    /**
     * Looks for names that no candidate has, whichever of them are chosen in the end.
     *
     * @param descriptor what was asked for
     * @param pool the candidates
     * @return one line for every component, reference and provider in {@code -ostd-bind} and {@code -ostd-config} that does not exist
     */
    public static List<String> check(KernelDescriptor descriptor, BundlePool pool) {
        Map<String, Component> components = new LinkedHashMap<>();
        for (Bundle bundle : pool.bundles()) {
            // what is wrong with a description is told if its bundle is chosen
            ComponentReader.read(List.of(bundle), Map.of(), new ArrayList<>()).forEach(component -> components.put(component.name(), component));
        }
        List<String> references = components.values().stream()
                .flatMap(component -> component.references().stream().map(reference -> component.name() + "/" + reference.name()))
                .toList();
        List<String> problems = new ArrayList<>();
        descriptor.bindings().forEach((reference, provider) -> {
            if (!references.contains(reference)) {
                problems.add("-ostd-bind names " + reference + ", but no candidate has such a reference" + ReferenceName.hint(reference, components.values()));
            }
            if (!components.containsKey(provider)) {
                problems.add("-ostd-bind chooses " + provider + " for " + reference + ", but no candidate has such a component"
                        + NearestName.hint(provider, components.keySet()));
            }
        });
        descriptor.configuration().keySet().stream().filter(name -> !components.containsKey(name)).forEach(name -> problems.add(
                "-ostd-config names component " + name + ", but no candidate has such a component" + NearestName.hint(name, components.keySet())));
        return problems;
    }
}
