package org.asterism.aot.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    private final Profile profile;
    private final Map<JavaMethod, JavaMethod> replacements = new HashMap<>();
    private final Map<JavaMethod, JavaMethod> replacementsOfCuts = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Substitutions(World world, Profile profile) {
        this.world = world;
        this.profile = profile;
    }

    /** Reads the substitutions of all privileged bundles, from packages named {@code substitute}. */
    public static Substitutions read(World world, Profile profile) {
        Substitutions found = new Substitutions(world, profile);
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

    /** One line for each member that is replaced, with the reason. */
    public List<String> lines() {
        return Stream.of(replacements, replacementsOfCuts).flatMap(map -> map.entrySet().stream())
                .map(entry -> entry.getKey() + ": " + Annotations.value(entry.getValue().annotation(METHOD), "reason")).sorted().toList();
    }

    /** The method that runs in place of another one: itself if it is not substituted. */
    public JavaMethod apply(JavaMethod method) {
        return replacements.getOrDefault(method, method);
    }

    /** Like {@link #apply(JavaMethod)}, for a static call of a caller: members that the profile cuts may have a substitute for {@code java.base}. */
    public JavaMethod apply(JavaMethod method, JavaMethod caller) {
        JavaMethod ofCut = caller.owner().bundle().isJavaBase() ? replacementsOfCuts.get(method) : null;
        return ofCut != null ? ofCut : apply(method);
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
        JavaMethod member = matches.get(0);
        if (!Boolean.TRUE.equals(Annotations.value(substitute.annotation(METHOD), "whereCut"))) {
            replacements.put(member, substitute);
        } else if (!member.isStatic()) {
            problems.add("substitution " + substitute + " of a cut member needs a static target");
        } else if (profile.replacement(member).filter(Rule::isThrowing).isPresent()) {
            replacementsOfCuts.put(member, substitute);
        }
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
