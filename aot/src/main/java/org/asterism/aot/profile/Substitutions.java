package org.asterism.aot.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.aot.world.Annotations;
import org.asterism.aot.world.Bundle;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.World;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;

/** The members of {@code java.base} that classes annotated {@code @SubstituteClass} replace. */
public final class Substitutions {
    private static final String CLASS = Annotations.PACKAGE + "SubstituteClass";
    private static final String METHOD = Annotations.PACKAGE + "SubstituteMethod";

    private final World world;
    private final Map<JavaMethod, JavaMethod> replacements = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Substitutions(World world) {
        this.world = world;
    }

    /** Reads the substitutions of all privileged bundles, from packages named {@code substitute}. */
    public static Substitutions read(World world) {
        Substitutions found = new Substitutions(world);
        for (Bundle bundle : world.bundles()) {
            if (bundle.privileged() && !bundle.isJavaBase()) {
                for (String packageName : bundle.packages()) {
                    if (packageName.endsWith("/substitute")) {
                        bundle.classes().list(packageName, ".class").forEach(file -> found.readClass(
                                world.load(bundle, file.substring(0, file.length() - ".class".length()))));
                    }
                }
            }
        }
        return found;
    }

    /** One line for each substitution without a target. */
    public List<String> problems() {
        return problems;
    }

    /** The method that runs in place of another one: itself if it is not substituted. */
    public JavaMethod apply(JavaMethod method) {
        return replacements.getOrDefault(method, method);
    }

    /** Whether a method is the body of a substituted one. */
    public boolean isReplacement(JavaMethod method) {
        return method.annotation(METHOD) != null;
    }

    private void readClass(JavaClass substitute) {
        AnnotationNode annotation = substitute.annotation(CLASS);
        if (annotation == null) {
            return;
        }
        JavaClass target = target(substitute, annotation);
        if (target == null) {
            return;
        }
        for (JavaMethod method : substitute.methods()) {
            AnnotationNode mark = method.annotation(METHOD);
            if (mark != null) {
                Object name = Annotations.value(mark, "name");
                readMethod(method, target, name == null ? method.name() : (String) name);
            } else {
                TargetAccessors.implement(world, method, target, problems);
            }
        }
    }

    private JavaClass target(JavaClass substitute, AnnotationNode annotation) {
        Object type = Annotations.value(annotation, "value");
        Object name = Annotations.value(annotation, "className");
        String internalName = type != null ? ((Type) type).getInternalName() : String.valueOf(name).replace('.', '/');
        JavaClass target = world.find(world.javaBase(), internalName).orElse(null);
        if (target == null) {
            problems.add("substitution " + substitute + ": class " + internalName.replace('/', '.')
                    + " is not in this java.base; remove the substitution or correct the name");
        }
        return target;
    }

    private void readMethod(JavaMethod substitute, JavaClass target, String name) {
        if (!substitute.isStatic()) {
            problems.add("substitution " + substitute + " must be static, with the receiver as its first parameter");
            return;
        }
        List<JavaMethod> matches = target.methodsNamed(name).stream()
                .filter(candidate -> matches(substitute, candidate)).toList();
        if (matches.size() != 1) {
            problems.add("substitution " + substitute + " matches " + matches.size() + " methods named " + name + " of "
                    + target + " instead of one; compare the parameter types with this java.base");
            return;
        }
        replacements.put(matches.get(0), substitute);
    }

    private static boolean matches(JavaMethod substitute, JavaMethod candidate) {
        List<Type> expected = new ArrayList<>();
        if (!candidate.isStatic()) {
            expected.add(Type.getObjectType(candidate.owner().name()));
        }
        expected.addAll(List.of(candidate.parameters()));
        Type[] actual = substitute.parameters();
        if (actual.length != expected.size() || !compatible(substitute.result(), candidate.result())) {
            return false;
        }
        for (int i = 0; i < actual.length; i++) {
            if (!compatible(actual[i], expected.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Equal, or {@code Object} (also as element type) in place of a type that the substitute cannot name. */
    static boolean compatible(Type substitute, Type target) {
        if (substitute.equals(target)) {
            return true;
        }
        boolean reference = target.getSort() == Type.OBJECT || target.getSort() == Type.ARRAY;
        String name = substitute.getDescriptor();
        return reference && (name.equals("Ljava/lang/Object;") || name.equals("[Ljava/lang/Object;"));
    }
}
