package org.asterism.assembly.wire;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.asterism.assembly.NearestName;

/** References as a descriptor names them, {@code COMPONENT/REFERENCE}. */
final class ReferenceName {
    private ReferenceName() {}

    /** The end of a sentence about a reference that does not exist: those of its component, or the component that was meant. */
    static String hint(String reference, Collection<Component> components) {
        String owner = reference.substring(0, reference.indexOf('/'));
        List<Component> owners = components.stream().filter(component -> component.name().equals(owner)).toList();
        if (owners.isEmpty()) {
            return NearestName.hint(owner, components.stream().map(Component::name).toList()).replace("nearest is", "nearest component is");
        }
        List<ComponentReference> there = owners.get(0).references();
        String nearest = NearestName.hint(reference, there.stream().map(each -> owner + "/" + each.name()).toList());
        return !nearest.isEmpty() ? nearest : there.isEmpty() ? "; it has no references" : "; its references are " + there.stream()
                .map(each -> each.name() + " (" + each.service() + ")").collect(Collectors.joining(", "));
    }
}
