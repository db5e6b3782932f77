package org.asterism.assembly.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.resolve.Resolution;

/** Wires the components of resolved bundles into the generated boot bundle. */
public final class KernelWiring {
    private static final String PROVIDERS = "providers";
    private static final String FOLDER = GeneratedNames.PACKAGE.replace('.', '/') + "/";

    private KernelWiring() {}

    /** What is decided before any code is written. */
    private record Plan(Component entry, Map<Component, Map<ComponentReference, List<Component>>> bindings, Component table,
            List<Component> providers, SortedMap<Integer, SyscallMethod> calls) {}

    /**
     * The system calls that a kernel would have.
     *
     * @param resolution the chosen bundles
     * @return calls by number on the kernel's architecture
     * @throws RefusedException with one line for every component or reference that cannot be wired
     */
    public static SortedMap<Integer, SyscallMethod> syscalls(Resolution resolution) throws RefusedException {
        return plan(resolution).calls();
    }

    /**
     * Wires.
     *
     * @param resolution the chosen bundles
     * @return the generated bundle
     * @throws RefusedException with one line for every component or reference that cannot be wired
     */
    public static Wiring wire(Resolution resolution) throws RefusedException {
        Plan plan = plan(resolution);
        BootWriter boot = new BootWriter(plan.bindings(), new ClassLookup(resolution), resolution.descriptor());
        SortedMap<String, String> sources = new TreeMap<>();
        sources.put(FOLDER + "Boot.java", boot.write(plan.entry()));
        if (!boot.problems().isEmpty()) {
            throw new RefusedException(boot.problems());
        }
        if (plan.bindings().containsKey(plan.table())) {
            sources.put(FOLDER + SyscallSwitchWriter.CLASS_NAME + ".java", SyscallSwitchWriter.write(plan.providers(), plan.calls()));
        }
        sources.putAll(boot.propertyClasses());
        SortedMap<String, byte[]> classes = GeneratedCode.compile(sources, resolution.bundles());
        List<Component> components = List.copyOf(plan.bindings().keySet());
        return new Wiring(sources, classes, additions(classes, components), components, plan.calls());
    }

    /** Takes what lies in packages of bundles out of the generated classes, and returns it by bundle. */
    private static SortedMap<String, SortedMap<String, byte[]>> additions(SortedMap<String, byte[]> classes, List<Component> components) {
        SortedMap<String, SortedMap<String, byte[]>> additions = new TreeMap<>();
        for (Component component : components) {
            if (component.bundle() == null) {
                continue;
            }
            String folder = JavaText.packageName(component.implementation()).replace('.', '/') + "/";
            for (String name : List.copyOf(classes.keySet())) {
                if (name.startsWith(folder) && name.lastIndexOf('/') == folder.length() - 1) {
                    additions.computeIfAbsent(component.bundle().symbolicName(), bundle -> new TreeMap<>()).put(name, classes.remove(name));
                }
            }
        }
        return additions;
    }

    private static Plan plan(Resolution resolution) throws RefusedException {
        List<Component> components =
                new ArrayList<>(ComponentReader.read(resolution.bundles(), resolution.descriptor().configuration()));
        Component table = table();
        components.add(table);
        Component entry = entry(components);
        Map<Component, Map<ComponentReference, List<Component>>> bindings =
                ComponentGraph.wire(components, roots(entry, components), resolution.descriptor().bindings());
        List<Component> providers = bindings.containsKey(table) ? bindings.get(table).get(table.references().get(0)) : List.of();
        return new Plan(entry, bindings, table, providers, SyscallScanner.scan(providers, resolution.architecture()));
    }

    /** The generated system call table, as a component like any other: it needs every provider and provides the table. */
    private static Component table() {
        ComponentReference providers =
                new ComponentReference(PROVIDERS, GeneratedNames.SYSCALL_PROVIDER, true, true, null, null, 0);
        return new Component(null, GeneratedNames.PACKAGE + "." + SyscallSwitchWriter.CLASS_NAME,
                GeneratedNames.PACKAGE + "." + SyscallSwitchWriter.CLASS_NAME, List.of(GeneratedNames.SYSCALL_TABLE),
                List.of(providers), Map.of(), Set.of(), 1, null, null, false);
    }

    /** The kernel is started for its entry; drivers are wanted even if nobody references them, those of higher rank first. */
    private static List<Component> roots(Component entry, List<Component> components) {
        List<Component> roots = new ArrayList<>(components.stream()
                .filter(component -> component.services().contains(GeneratedNames.DRIVER))
                .sorted(Comparator.comparingInt(Component::ranking).reversed().thenComparing(Component::name))
                .toList());
        roots.add(entry);
        return roots;
    }

    private static Component entry(List<Component> components) throws RefusedException {
        List<Component> entries = components.stream()
                .filter(component -> component.services().contains(GeneratedNames.KERNEL_ENTRY))
                .toList();
        if (entries.size() != 1) {
            throw new RefusedException("a kernel has exactly one component that provides " + GeneratedNames.KERNEL_ENTRY
                    + ", and this one has " + entries.size() + " " + entries
                    + "; choose the bundles in -runrequires accordingly");
        }
        return entries.get(0);
    }
}
