package org.asterism.aot.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.aot.world.Annotations;
import org.asterism.aot.world.Bundle;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.World;
import org.objectweb.asm.tree.AnnotationNode;

/** The roots of an image: static methods that assembly calls by a C symbol. */
public final class Exports {
    private static final String EXPORTED = Annotations.PACKAGE + "Exported";

    private final Map<String, JavaMethod> methods = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * Finds the methods annotated {@code @Exported} in privileged bundles, and those that a request names.
     *
     * @param entries methods ({@code package.Class.method}) without parameters, by symbol
     */
    public static Exports collect(World world, Map<String, String> entries) {
        Exports exports = new Exports();
        for (Bundle bundle : world.bundles()) {
            if (bundle.privileged() && !bundle.isJavaBase()) {
                for (String file : bundle.classes().list("", ".class")) {
                    if (!file.startsWith("META-INF/") && !file.endsWith("-info.class")) {
                        exports.scan(world.load(bundle, file.substring(0, file.length() - ".class".length())));
                    }
                }
            }
        }
        entries.forEach((symbol, method) -> exports.addEntry(world, symbol, method));
        return exports;
    }

    /** One line for each entry that does not exist. */
    public List<String> problems() {
        return problems;
    }

    /** The roots, by symbol order. */
    public List<JavaMethod> methods() {
        return List.copyOf(methods.values());
    }

    private void scan(JavaClass type) {
        for (JavaMethod method : type.methods()) {
            AnnotationNode annotation = method.annotation(EXPORTED);
            if (annotation != null) {
                add((String) Annotations.value(annotation, "value"), method);
            }
        }
    }

    private void addEntry(World world, String symbol, String name) {
        int dot = name.lastIndexOf('.');
        String className = name.substring(0, dot).replace('.', '/');
        for (Bundle bundle : world.bundles()) {
            if (bundle.classes().read(className + ".class").isPresent()) {
                JavaMethod method = world.load(bundle, className).method(name.substring(dot + 1), "()V");
                if (method != null && method.isStatic()) {
                    add(symbol, method);
                    return;
                }
            }
        }
        problems.add("entry " + name + ": no bundle has a static method of that name without parameters");
    }

    private void add(String symbol, JavaMethod method) {
        JavaMethod other = methods.putIfAbsent(symbol, method);
        if (other != null) {
            problems.add("symbol " + symbol + " is exported by both " + other + " and " + method);
        }
        if (!method.isStatic()) {
            problems.add("exported method " + method + " must be static");
        }
    }

    /** Adds the C functions to a unit. */
    public void emit(Image image, Unit unit) {
        methods.forEach((symbol, method) -> unit.add(ExceptionConvention.exported(unit, image, method, symbol)));
    }
}
