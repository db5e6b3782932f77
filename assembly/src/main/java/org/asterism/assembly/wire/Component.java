package org.asterism.assembly.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asterism.assembly.bundle.Bundle;

/**
 * One component as its bundle describes it.
 *
 * @param bundle where it comes from
 * @param name its component name; unique in a kernel
 * @param implementation dotted name of its class
 * @param services dotted names of the services it provides
 * @param references what it needs, in the order described
 * @param properties its properties, those of the descriptor's {@code -ostd-config} included
 * @param describedProperties names of the properties that its description has
 * @param constructorParameters number of parameters of the constructor to call
 * @param activate name of the method to call once its references are bound, or null
 * @param deactivate name of the method to call before the machine is turned off, or null
 * @param immediate whether it is wanted even if nobody references it
 */
public record Component(
        Bundle bundle,
        String name,
        String implementation,
        List<String> services,
        List<ComponentReference> references,
        Map<String, Object> properties,
        Set<String> describedProperties,
        int constructorParameters,
        String activate,
        String deactivate,
        boolean immediate) {

    /**
     * The component's rank among providers of one service; higher comes first.
     *
     * @return its {@code service.ranking}, 0 if it has none
     */
    public int ranking() {
        return properties.get("service.ranking") instanceof Integer rank ? rank : 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
