package org.asterism.assembly.wire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Resolution;
import org.objectweb.asm.Type;

/**
 * What a descriptor says of components, as configurations of a component runtime: there properties come from outside, where in a
 * kernel they are constants.
 */
public final class HostConfiguration {
    private final ClassLookup lookup;
    private final Map<String, Map<String, Object>> configurations = new TreeMap<>();

    private HostConfiguration(Resolution resolution) {
        this.lookup = new ClassLookup(resolution);
    }

    /**
     * The configurations of a kernel's components.
     *
     * @param resolution the chosen bundles, whose wiring has no faults
     * @return properties by component: those of {@code -ostd-config}, typed as a kernel would have them, and for a reference of {@code -ostd-bind}
     *     the target that its provider alone meets
     */
    public static Map<String, Map<String, Object>> of(Resolution resolution) {
        HostConfiguration host = new HostConfiguration(resolution);
        Map<String, Map<String, String>> configured = resolution.descriptor().configuration();
        for (Component component : ComponentReader.read(resolution.bundles(), configured, new ArrayList<>())) {
            configured.getOrDefault(component.name(), Map.of()).keySet().forEach(key -> host.set(component.name(), key, host.value(component, key)));
        }
        resolution.descriptor().bindings().forEach((reference, provider) -> {
            int slash = reference.indexOf('/');
            host.set(reference.substring(0, slash), reference.substring(slash + 1) + ".target", "(component.name=" + provider + ")");
        });
        return host.configurations;
    }

    private void set(String component, String key, Object value) {
        configurations.computeIfAbsent(component, name -> new TreeMap<>()).put(key, value);
    }

    /** A component runtime makes a text what an annotation type wants, but a list it takes for one text. */
    private Object value(Component component, String key) {
        Object value = component.properties().get(key);
        return value instanceof String list && isList(component, key) ? PropertyValue.parse(list, String[].class) : value;
    }

    private boolean isList(Component component, String key) {
        Bundle bundle = component.bundle();
        ComponentClass shape = ComponentClass.read(component);
        Set<Type> shown = new LinkedHashSet<>();
        List<ComponentClass.Member> members = new ArrayList<>(shape == null ? List.of() : shape.constructors(component.constructorParameters()));
        if (shape != null && component.activate() != null) {
            members.addAll(shape.methods(component.activate()));
        }
        members.forEach(member -> shown.addAll(member.parameters()));
        return shown.stream().filter(type -> type.getSort() == Type.OBJECT)
                .map(type -> lookup.find(type.getInternalName(), bundle)).filter(bytes -> bytes != null)
                .map(PropertyType::read).filter(type -> type != null)
                .flatMap(type -> type.elements().stream())
                .anyMatch(element -> element.property().equals(key) && element.type().getSort() == Type.ARRAY);
    }
}
