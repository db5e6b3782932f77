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

    private static final List<String> MAIN_DESCRIPTORS = List.of("()V", "([Ljava/lang/String;)V");

    private final Map<String, JavaMethod> methods = new TreeMap<>();
    private JavaMethod main;
    private final List<String> problems = new ArrayList<>();

    /**
     * Finds the methods annotated {@code @Exported} in privileged bundles, and the program that a request names.
     *
     * @param main the program, {@code package.Class.method}
     */
    public static Exports collect(World world, String main) {
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
        exports.addMain(world, main);
        return exports;
    }

    /** One line for each entry that does not exist. */
    public List<String> problems() {
        return problems;
    }

    /** The exported methods by their symbols. */
    public Map<String, JavaMethod> symbols() {
        return methods;
    }

    /** The program. */
    public JavaMethod program() {
        return main;
    }

    /** The roots, by symbol order. */
    public List<JavaMethod> methods() {
        List<JavaMethod> roots = new ArrayList<>(methods.values());
        roots.add(main);
        return roots;
    }

    private void scan(JavaClass type) {
        for (JavaMethod method : type.methods()) {
            AnnotationNode annotation = method.annotation(EXPORTED);
            if (annotation != null) {
                add((String) Annotations.value(annotation, "value"), method);
            }
        }
    }

    private void addMain(World world, String name) {
        int dot = name.lastIndexOf('.');
        String className = name.substring(0, dot).replace('.', '/');
        for (Bundle bundle : world.bundles()) {
            if (bundle.classes().read(className + ".class").isPresent()) {
                JavaClass owner = world.load(bundle, className);
                for (String descriptor : MAIN_DESCRIPTORS) {
                    JavaMethod method = owner.method(name.substring(dot + 1), descriptor);
                    if (method != null && method.isStatic()) {
                        main = method;
                        return;
                    }
                }
            }
        }
        problems.add("main method " + name
                + ": no bundle has a static method of that name without parameters or with a String[]");
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
        unit.add(ExceptionConvention.program(unit, image, main));
        methods.forEach((symbol, method) -> unit.add(ExceptionConvention.exported(unit, image, method, symbol)));
    }
}
