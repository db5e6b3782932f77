package org.asterism.assembly.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asterism.assembly.NearestName;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.resolve.Need;
import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.wire.LinuxCalls;
import org.asterism.assembly.wire.SyscallMethod;
import org.osgi.resource.Capability;

/** Says why a bundle, a package, a service or a system call is in a kernel: the shortest chain of requirements from the descriptor. */
public final class Explanation {
    private static final String NUMBER = "[0-9]+";

    private final Resolution resolution;
    private final SortedMap<String, SyscallMethod> calls = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    private Explanation(Resolution resolution, Iterable<SyscallMethod> calls) {
        this.resolution = resolution;
        calls.forEach(call -> this.calls.put(call.name(), call));
    }

    /**
     * Explains.
     *
     * @param name a bundle's symbolic name, a package, a service's interface, or a system call as in syscalls(2), or its number
     * @param resolution the chosen bundles
     * @param calls the system calls that they provide
     * @return lines: what it is, who uses it, and the chain
     * @throws RefusedException if the kernel holds nothing of that name; names the nearest
     */
    public static List<String> of(String name, Resolution resolution, Iterable<SyscallMethod> calls) throws RefusedException {
        Explanation explanation = new Explanation(resolution, calls);
        explanation.explain(name.matches(NUMBER) ? explanation.named(name) : name);
        return explanation.lines;
    }

    private String named(String number) throws RefusedException {
        return LinuxCalls.of(resolution.architecture()).entrySet().stream()
                .filter(call -> call.getValue().toString().equals(number))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new RefusedException("Linux has no system call " + number + " on " + resolution.architecture()));
    }

    private void explain(String name) throws RefusedException {
        Optional<Bundle> bundle = resolution.bundle(name);
        Optional<Bundle> exporter = provider("osgi.wiring.package", "osgi.wiring.package", name);
        SortedSet<Bundle> services = new TreeSet<>(BundlePool.ORDER);
        resolution.bundles().stream().filter(candidate -> provides(candidate, "osgi.service", "objectClass", name)).forEach(services::add);
        SyscallMethod call = calls.get(name);
        if (bundle.isEmpty() && exporter.isEmpty() && services.isEmpty() && call == null) {
            Integer number = LinuxCalls.of(resolution.architecture()).get(name);
            if (number != null) {
                throw new RefusedException("no bundle of this kernel handles system call " + name + " (" + number + "); it answers ENOSYS");
            }
            throw new RefusedException("nothing in this kernel is called " + name + NearestName.hint(name, names())
                    + "; name a bundle, a package, a service or a system call");
        }
        bundle.ifPresent(this::chain);
        if (exporter.isPresent()) {
            lines.add("package " + name + " is exported by " + exporter.get() + " and imported by " + importers(name, exporter.get()));
            chain(exporter.get());
        }
        for (Bundle provider : services) {
            lines.add("service " + name + " is provided by " + provider);
            chain(provider);
        }
        if (call != null) {
            lines.add("system call " + name + " (" + call.number() + ") is handled by " + call.provider().implementation() + "." + call.method()
                    + (call.partial().isEmpty() ? "" : ", in part: " + call.partial()));
            chain(call.provider().bundle());
        }
    }

    private Optional<Bundle> provider(String namespace, String attribute, String name) {
        return resolution.bundles().stream().filter(bundle -> provides(bundle, namespace, attribute, name)).findFirst();
    }

    private static boolean provides(Bundle bundle, String namespace, String attribute, String name) {
        return bundle.resource().getCapabilities(namespace).stream().anyMatch(capability -> values(capability, attribute).contains(name));
    }

    private static List<String> values(Capability capability, String attribute) {
        Object value = capability.getAttributes().get(attribute);
        return value instanceof List<?> several ? several.stream().map(String::valueOf).toList() : List.of(String.valueOf(value));
    }

    private String importers(String name, Bundle exporter) {
        List<String> importers = resolution.bundles().stream()
                .filter(bundle -> bundle != exporter && resolution.packageWires().getOrDefault(bundle, Map.of()).containsKey(name))
                .map(Bundle::symbolicName)
                .toList();
        return importers.isEmpty() ? "nobody" : String.join(", ", importers);
    }

    private SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(calls.keySet());
        for (Bundle bundle : resolution.bundles()) {
            names.add(bundle.symbolicName());
            bundle.resource().getCapabilities("osgi.wiring.package").forEach(export -> names.addAll(values(export, "osgi.wiring.package")));
            bundle.resource().getCapabilities("osgi.service").forEach(service -> names.addAll(values(service, "objectClass")));
        }
        return names;
    }

    /** One line a step, from the descriptor to the bundle, breadth first over who needs whom. */
    private void chain(Bundle wanted) {
        Deque<Bundle> open = new ArrayDeque<>(List.of(wanted));
        Map<Optional<Bundle>, Bundle> towards = new HashMap<>();
        while (!open.isEmpty() && !towards.containsKey(Optional.<Bundle>empty())) {
            Bundle bundle = open.remove();
            for (Need need : resolution.needs().getOrDefault(bundle, List.of())) {
                if (need.requirer().filter(wanted::equals).isEmpty() && towards.putIfAbsent(need.requirer(), bundle) == null) {
                    need.requirer().ifPresent(open::add);
                }
            }
        }
        Optional<Bundle> step = Optional.empty();
        String indentation = "";
        lines.add(resolution.descriptor().file().getFileName().toString());
        while (step.filter(wanted::equals).isEmpty()) {
            Bundle needed = towards.get(step);
            indentation += "  ";
            lines.add(indentation + "needs " + String.join(", ", what(needed, step)));
            lines.add(indentation + "from " + needed);
            step = Optional.of(needed);
        }
    }

    private SortedSet<String> what(Bundle needed, Optional<Bundle> requirer) {
        return resolution.needs().get(needed).stream().filter(need -> need.requirer().equals(requirer)).findFirst().orElseThrow().what();
    }
}
