package org.asterism.host.shell;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.dto.ServiceReferenceDTO;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.SatisfiedReferenceDTO;

/**
 * What the running kernel stands on: the components that its start was wired to, directly or not. Without one of their services Declarative Services would make
 * all that depend on it anew, without the files, mounts and processes that they hold. What is wired dynamically, drivers and system calls, may come and go.
 */
@Component(service = KernelFooting.class)
public final class KernelFooting {
    private static final String START = HostBoot.class.getName();
    private static final String DYNAMIC = "dynamic";

    private final ServiceComponentRuntime runtime;

    /**
     * Looks when it is asked.
     *
     * @param runtime knows the components
     */
    @Activate
    public KernelFooting(@Reference ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Why bundles must stay.
     *
     * @param going those that would be stopped or replaced
     * @return which component of the kernel needs which service of theirs; empty if they may go
     */
    Optional<String> needs(Collection<Bundle> going) {
        Set<Long> bundles = going.stream().map(Bundle::getBundleId).collect(Collectors.toSet());
        Map<Long, String> reasons = new HashMap<>();
        boolean grows = true;
        Set<Long> affected = new HashSet<>();
        while (grows) {
            grows = false;
            for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
                for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(description)) {
                    String reason = affected.contains(configuration.id) ? null : reason(description, configuration, bundles, reasons);
                    if (reason != null) {
                        if (description.name.equals(START)) {
                            return Optional.of(reason);
                        }
                        affected.add(configuration.id);
                        reasons.put(configuration.service == null ? -configuration.id : configuration.service.id, reason);
                        grows = true;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String reason(ComponentDescriptionDTO description, ComponentConfigurationDTO configuration, Set<Long> going, Map<Long, String> reasons) {
        for (SatisfiedReferenceDTO reference : configuration.satisfiedReferences) {
            boolean isDynamic = Arrays.stream(description.references).anyMatch(each -> each.name.equals(reference.name) && each.policy.equals(DYNAMIC));
            for (ServiceReferenceDTO service : isDynamic ? new ServiceReferenceDTO[0] : reference.boundServices) {
                if (reasons.containsKey(service.id)) {
                    return reasons.get(service.id);
                }
                if (going.contains(service.bundle)) {
                    return description.name + " needs " + String.join(", ", (String[]) service.properties.get("objectClass"));
                }
            }
        }
        return null;
    }
}
