package org.asterism.assembly.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
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

    private final Resolution resolution;
    private final Completeness completeness;
    private final List<String> problems = new ArrayList<>();

    private Set<BootWriter.Rule> rules = EnumSet.allOf(BootWriter.Rule.class);

    private KernelWiring(Resolution resolution, Completeness completeness) {
        this.resolution = resolution;
        this.completeness = completeness;
    }

    /** Whether all bundles are there; if not, what is missing is told already, and what follows from it is not told again. */
    enum Completeness { WHOLE, PARTIAL }

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
        KernelWiring wiring = new KernelWiring(resolution, Completeness.WHOLE);
        Plan plan = wiring.plan();
        wiring.boot(plan);
        wiring.refuseIfWrong();
        return plan.calls();
    }

    /**
     * What keeps a kernel from being wired.
     *
     * @param resolution the chosen bundles
     * @return one line for every component or reference that cannot be wired
     */
    public static List<String> problems(Resolution resolution) {
        return problems(resolution, Completeness.WHOLE);
    }

    private static List<String> problems(Resolution resolution, Completeness completeness) {
        KernelWiring wiring = new KernelWiring(resolution, completeness);
        wiring.boot(wiring.plan());
        return List.copyOf(new LinkedHashSet<>(wiring.problems));
    }

    /**
     * What is wrong with components of bundles that are not all there.
     *
     * @param resolution some of the bundles that a kernel needs
     * @return one line for every component or reference that could not be wired with the others either
     */
    public static List<String> problemsOfPart(Resolution resolution) {
        return problems(resolution, Completeness.PARTIAL);
    }

    /**
     * Wires.
     *
     * @param resolution the chosen bundles
     * @return the generated bundle
     * @throws RefusedException with one line for every component or reference that cannot be wired
     */
    public static Wiring wire(Resolution resolution) throws RefusedException {
        return wire(resolution, EnumSet.allOf(BootWriter.Rule.class));
    }

    /** Wires by some rules only. For tests that see what a rule is worth. */
    static Wiring wire(Resolution resolution, Set<BootWriter.Rule> rules) throws RefusedException {
        KernelWiring wiring = new KernelWiring(resolution, Completeness.WHOLE);
        wiring.rules = rules;
        Plan plan = wiring.plan();
        SortedMap<String, String> sources = wiring.boot(plan);
        wiring.refuseIfWrong();
        if (plan.bindings().containsKey(plan.table())) {
            sources.put(FOLDER + SyscallSwitchWriter.CLASS_NAME + ".java", SyscallSwitchWriter.write(plan.providers(), plan.calls()));
        }
        SortedMap<String, byte[]> classes = GeneratedCode.compile(sources, resolution.bundles());
        List<Component> components = List.copyOf(plan.bindings().keySet());
        return new Wiring(sources, classes, additions(classes, components), components, plan.calls());
    }

    private void refuseIfWrong() throws RefusedException {
        if (!problems.isEmpty()) {
            throw new RefusedException(new LinkedHashSet<>(problems));
        }
    }

    /** Sources of the boot class and of those that show properties, by path. */
    private SortedMap<String, String> boot(Plan plan) {
        BootWriter boot = new BootWriter(plan.bindings(), new ClassLookup(resolution), resolution.descriptor(), problems, rules);
        SortedMap<String, String> sources = new TreeMap<>();
        sources.put(FOLDER + "Boot.java", boot.write(plan.entry()));
        sources.putAll(boot.propertyClasses());
        return sources;
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

    private Plan plan() {
        List<Component> components =
                new ArrayList<>(ComponentReader.read(resolution.bundles(), resolution.descriptor().configuration(), problems));
        problems.addAll(UnusedKeys.check(resolution, components, completeness));
        Component table = table();
        components.add(table);
        Component entry = entry(components);
        Map<Component, Map<ComponentReference, List<Component>>> bindings =
                ComponentGraph.wire(components, roots(entry, components), resolution.descriptor().bindings(), completeness, problems);
        List<Component> providers = bindings.containsKey(table) ? bindings.get(table).get(table.references().get(0)) : List.of();
        return new Plan(entry, bindings, table, providers, SyscallScanner.scan(providers, resolution.architecture(), problems));
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
        if (entry != null) {
            roots.add(entry);
        }
        return roots;
    }

    /** The one entry; null if there is not exactly one. */
    private Component entry(List<Component> components) {
        List<Component> entries = components.stream()
                .filter(component -> component.services().contains(GeneratedNames.KERNEL_ENTRY))
                .toList();
        if (entries.size() == 1) {
            return entries.get(0);
        }
        if (!entries.isEmpty() || completeness == Completeness.WHOLE) {
            problems.add("a kernel has exactly one component that provides " + GeneratedNames.KERNEL_ENTRY
                    + ", and this one has " + (entries.isEmpty() ? "none" : entries.size() + " " + entries)
                    + "; choose the bundles in -runrequires accordingly");
        }
        return null;
    }
}
