package org.asterism.assembly.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Resolution;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** All classes of a kernel, and which class a name means in which bundle. */
final class ClassTable {
    private static final Module JAVA_BASE = Object.class.getModule();

    private final Resolution resolution;
    private final Map<Bundle, SortedMap<String, LinkedClass>> byBundle = new LinkedHashMap<>();
    private final Map<String, LinkedClass> platform = new HashMap<>();

    /** Reads every class; what cannot be read is reported and left out. */
    ClassTable(Resolution resolution, Problems problems) {
        this.resolution = resolution;
        ClassFileCheck files = new ClassFileCheck(problems);
        for (Bundle bundle : resolution.bundles()) {
            SortedMap<String, LinkedClass> classes = new TreeMap<>();
            bundle.classes().forEach((name, bytes) -> {
                ClassNode node = files.read(bundle, name, bytes);
                if (node != null) {
                    classes.put(name, new LinkedClass(bundle, node));
                }
            });
            byBundle.put(bundle, classes);
        }
    }

    SortedMap<String, LinkedClass> classes(Bundle bundle) {
        return byBundle.get(bundle);
    }

    /** Whether {@code java.base} has a package, exported or not. */
    static boolean isPlatformPackage(String dottedName) {
        return JAVA_BASE.getPackages().contains(dottedName);
    }

    /** The class that a name means inside a class: own bundle, then wired package, then {@code java.base}; null if none. */
    LinkedClass find(LinkedClass from, String internalName) {
        if (from.isPlatform()) {
            return platform(internalName);
        }
        return find(from.bundle(), internalName);
    }

    LinkedClass find(Bundle bundle, String internalName) {
        LinkedClass own = byBundle.get(bundle).get(internalName);
        if (own != null) {
            return own;
        }
        String packageName = LinkedClass.packageOf(internalName).replace('/', '.');
        Bundle exporter = resolution.packageWires().getOrDefault(bundle, Map.of()).get(packageName);
        if (exporter != null && exporter != bundle) {
            return byBundle.get(exporter).get(internalName);
        }
        return platform(internalName);
    }

    private LinkedClass platform(String internalName) {
        LinkedClass known = platform.get(internalName);
        if (known != null || platform.containsKey(internalName)) {
            return known;
        }
        if (!isPlatformPackage(LinkedClass.packageOf(internalName).replace('/', '.'))) {
            return null;
        }
        try (InputStream in = JAVA_BASE.getResourceAsStream(internalName + ".class")) {
            LinkedClass found = null;
            if (in != null) {
                ClassNode node = new ClassNode(Opcodes.ASM9);
                new ClassReader(in).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
                found = new LinkedClass(null, node);
            }
            platform.put(internalName, found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The superclass, or null for {@code Object} and when it cannot be found. */
    LinkedClass superclass(LinkedClass of) {
        return of.node().superName == null ? null : find(of, of.node().superName);
    }

    /** Whether a class is another or inherits from it; missing links count as no. */
    boolean isSubclass(LinkedClass sub, LinkedClass of) {
        for (LinkedClass step = sub; step != null; step = superclass(step)) {
            if (step == of) {
                return true;
            }
        }
        return false;
    }

    /** Whether a class is, extends or implements another. */
    boolean isSubtype(LinkedClass sub, LinkedClass of) {
        if (sub == of || of.name().equals("java/lang/Object")) {
            return true;
        }
        for (String parent : sub.node().interfaces) {
            LinkedClass found = find(sub, parent);
            if (found != null && isSubtype(found, of)) {
                return true;
            }
        }
        LinkedClass superclass = superclass(sub);
        return superclass != null && isSubtype(superclass, of);
    }
}
