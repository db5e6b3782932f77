package org.asterism.assembly.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.felix.scr.impl.metadata.ComponentMetadata;
import org.apache.felix.scr.impl.metadata.ReferenceMetadata;
import org.apache.felix.scr.impl.metadata.ServiceMetadata;
import org.asterism.assembly.bundle.Bundle;
import org.osgi.service.component.ComponentException;

/** Reads the component descriptions that bundles name in {@code Service-Component}. */
public final class ComponentReader {
    private final Map<String, Map<String, String>> configuration;
    private final List<Component> components = new ArrayList<>();
    private final List<String> problems;

    private ComponentReader(Map<String, Map<String, String>> configuration, List<String> problems) {
        this.configuration = configuration;
        this.problems = problems;
    }

    /**
     * Reads the components of bundles.
     *
     * @param bundles the chosen bundles
     * @param configuration property values by component name, which replace those described
     * @param problems gets one line for every description that is wrong or uses what a kernel does not have
     * @return the enabled components, in the order of bundles and their headers
     */
    public static List<Component> read(List<Bundle> bundles, Map<String, Map<String, String>> configuration, List<String> problems) {
        ComponentReader reader = new ComponentReader(configuration, problems);
        bundles.forEach(reader::read);
        reader.checkNames();
        return List.copyOf(reader.components);
    }

    private void read(Bundle bundle) {
        String header = bundle.header("Service-Component");
        if (header == null || header.isBlank()) {
            return;
        }
        for (String path : header.split(",")) {
            String file = path.strip();
            byte[] xml = bundle.entries().get(file);
            if (xml == null) {
                problems.add(bundle + " names component description " + file + " in Service-Component, but does not hold it; name each by its whole path");
                continue;
            }
            try {
                ComponentXml.parse(xml).forEach(metadata -> add(bundle, metadata));
            } catch (ComponentException e) {
                problems.add(bundle + " has a wrong component description " + file + ": " + e.getMessage());
            }
        }
    }

    private void add(Bundle bundle, ComponentMetadata metadata) {
        if (!metadata.isEnabled()) {
            return;
        }
        Map<String, String> configured = configuration.getOrDefault(metadata.getName(), Map.of());
        if (metadata.isConfigurationRequired() && configured.isEmpty()) {
            problems.add(metadata.getName() + " requires configuration; set its properties with -ostd-config: " + metadata.getName() + ";KEY=VALUE");
        }
        if (metadata.isConfigurationIgnored() && !configured.isEmpty()) {
            problems.add("-ostd-config sets " + String.join(", ", configured.keySet()) + " of " + metadata.getName()
                    + ", which takes no configuration; leave it out");
        }
        if (metadata.isFactory()) {
            problems.add(metadata.getName() + " is a component factory, which a kernel does not have; provide a service that makes objects");
        }
        if (metadata.getServiceScope() != ServiceMetadata.Scope.singleton) {
            problems.add(metadata.getName() + " has scope " + metadata.getServiceScope()
                    + "; a kernel makes one object of each component, so provide a service that makes objects");
        }
        if (metadata.getActivationFields() != null && !metadata.getActivationFields().isEmpty()) {
            problems.add(metadata.getName() + " wants its activation fields set: " + metadata.getActivationFields()
                    + "; take a java.util.Map in the constructor instead");
        }
        Map<String, Object> properties = properties(metadata);
        List<ComponentReference> references = new ArrayList<>();
        metadata.getDependencies().forEach(dependency -> references.add(reference(metadata, dependency, properties)));
        List<String> services = metadata.getServiceMetadata() == null
                ? List.of()
                : Arrays.asList(metadata.getServiceMetadata().getProvides());
        components.add(new Component(bundle, metadata.getName(), metadata.getImplementationClassName(), services,
                references, properties, Set.copyOf(metadata.getProperties().keySet()), metadata.getNumberOfConstructorParameters(),
                metadata.isActivateDeclared() ? metadata.getActivate() : null,
                metadata.isDeactivateDeclared() ? metadata.getDeactivate() : null, metadata.isImmediate() || services.isEmpty()));
    }

    private ComponentReference reference(ComponentMetadata component, ReferenceMetadata reference, Map<String, Object> properties) {
        if (reference.getField() != null) {
            problems.add(component.getName() + " wants field " + reference.getField() + " set for reference "
                    + reference.getName() + "; take it in the constructor or a public bind method");
        }
        if (reference.getCollectionType() != null && !reference.getCollectionType().equals(ReferenceMetadata.FIELD_VALUE_TYPE_SERVICE)) {
            problems.add(component.getName() + " wants reference " + reference.getName() + " as " + reference.getCollectionType()
                    + "; a kernel has services only, take a java.util.List of them");
        }
        String target = reference.getTarget();
        if (properties.get(reference.getName() + ".target") instanceof String replaced) {
            String fault = TargetFilter.fault(replaced);
            if (fault == null) {
                target = replaced;
            } else {
                problems.add(component.getName() + "/" + reference.getName() + " (" + reference.getInterface() + ") is given a target that " + fault);
            }
        }
        return new ComponentReference(reference.getName(), reference.getInterface(), reference.isOptional(),
                reference.isMultiple(), target, reference.getBind(), reference.getParameterIndex());
    }

    private Map<String, Object> properties(ComponentMetadata metadata) {
        Map<String, Object> properties = new TreeMap<>(metadata.getProperties());
        configuration.getOrDefault(metadata.getName(), Map.of()).forEach((key, text) -> {
            Object described = properties.get(key);
            Class<?> type = key.equals("service.ranking") ? Integer.class : described == null ? String.class : described.getClass();
            try {
                properties.put(key, PropertyValue.parse(text, type));
            } catch (IllegalArgumentException e) {
                problems.add("-ostd-config sets " + key + " of " + metadata.getName() + " to '" + text + "', which is no " + e.getMessage() + "; "
                        + PropertyValue.remedy(e.getMessage()));
            }
        });
        return properties;
    }

    private void checkNames() {
        Map<String, Component> names = new HashMap<>();
        for (Component component : components) {
            Component other = names.putIfAbsent(component.name(), component);
            if (other != null) {
                problems.add("component " + component.name() + " is in " + other.bundle()
                        + (other.bundle() == component.bundle() ? " twice" : " and in " + component.bundle()) + "; component names are unique in a kernel");
            }
        }
    }
}
