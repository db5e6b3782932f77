package org.asterism.aot.world;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One bundle of the closed world. Class identity is (bundle, name), so two bundles may each hold a private class of the
 * same name.
 */
public final class Bundle {
    private final String name;
    private final int index;
    private final boolean privileged;
    private final ClassContainer classes;
    private final Map<String, String> wires;
    private final Set<String> packages = new TreeSet<>();

    Bundle(String name, int index, boolean privileged, ClassContainer classes, Map<String, String> wires) {
        this.name = name;
        this.index = index;
        this.privileged = privileged;
        this.classes = classes;
        this.wires = Map.copyOf(wires);
        if (index != 0) {
            for (String file : classes.list("", ".class")) {
                int slash = file.lastIndexOf('/');
                if (slash > 0 && !file.startsWith("META-INF/")) {
                    packages.add(file.substring(0, slash));
                }
            }
        }
    }

    /** The symbolic name; {@code java.base} for the JDK's own classes. */
    public String name() {
        return name;
    }

    /** Position in the request, from 1; 0 is {@code java.base}. */
    public int index() {
        return index;
    }

    /** Whether its classes may name {@code org.asterism.ostd.unsafe}. */
    public boolean privileged() {
        return privileged;
    }

    /** Whether this is {@code java.base}. */
    public boolean isJavaBase() {
        return index == 0;
    }

    /** Its files. */
    public ClassContainer classes() {
        return classes;
    }

    /** The packages it contains, with slashes. */
    public Set<String> packages() {
        return packages;
    }

    /** The name of the bundle that an imported package (with slashes) is wired to, or null when the wiring is not given. */
    String wire(String packageName) {
        return wires.get(packageName);
    }

    @Override
    public String toString() {
        return name;
    }
}
