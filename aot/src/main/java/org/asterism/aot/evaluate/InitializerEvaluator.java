package org.asterism.aot.evaluate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.asterism.aot.flow.FactSource;
import org.asterism.aot.lower.Lowering;
import org.asterism.aot.profile.Substitutions;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.MemberResolution;
import org.asterism.aot.world.UnresolvedReferenceException;
import org.asterism.aot.world.World;

/** Evaluates class initialisers, each once. */
public final class InitializerEvaluator {
    private final World world;
    private final MemberResolution resolution;
    private final FactSource facts;
    private final Substitutions substitutions;
    private final Map<JavaClass, Optional<Map<JavaField, Object>>> results = new HashMap<>();

    /** An evaluator over a world. */
    public InitializerEvaluator(World world, MemberResolution resolution, FactSource facts, Substitutions substitutions) {
        this.world = world;
        this.resolution = resolution;
        this.facts = facts;
        this.substitutions = substitutions;
    }

    /**
     * The static fields that the initialiser of a class sets, with their final values: boxed numbers, strings, class literals
     * ({@link JavaClass}) and arrays of primitives; nothing if it must run in the image.
     */
    public Optional<Map<JavaField, Object>> evaluate(JavaClass type) {
        Optional<Map<JavaField, Object>> known = results.get(type);
        if (known == null) {
            results.put(type, Optional.empty());
            known = run(type);
            results.put(type, known);
        }
        return known;
    }

    /** Whether nothing has to run before the initialiser of a class: what its supertypes do could be seen, and see its fields unset. */
    private boolean isFirst(JavaClass type) {
        JavaClass superclass = type.isInterface() ? null : type.superclass();
        return (superclass == null || isSilent(superclass)) && type.initializedInterfaces().stream().allMatch(this::isSilent);
    }

    private boolean isSilent(JavaClass type) {
        JavaMethod initializer = type.initializer();
        if (initializer == null) {
            return isFirst(type);
        }
        Lowering.removeAssertionStatus(initializer);
        return evaluate(type).isPresent();
    }

    private Optional<Map<JavaField, Object>> run(JavaClass type) {
        JavaMethod initializer = type.initializer();
        if (initializer == null || substitutions.apply(initializer) != initializer || !isFirst(type)) {
            return Optional.empty();
        }
        Map<JavaField, Object> fields = new HashMap<>();
        try {
            new Evaluation(this, type, fields).call(initializer, new Object[0]);
            return Optional.of(fields);
        } catch (NotConstantException | UnresolvedReferenceException e) {
            return Optional.empty();
        }
    }

    /** The value of a static field of another class, if it is known. */
    Object read(JavaField field) {
        if (field.constant() != null) {
            return field.constant();
        }
        Object value = evaluate(field.owner()).map(fields -> fields.get(field)).orElse(null);
        if (value == null || !field.isFinal() || value.getClass().isArray()) {
            throw new NotConstantException("field " + field);
        }
        return value;
    }

    /** The value that the profile fixes, or null. */
    Object fact(JavaField field) {
        return facts.valueOf(field);
    }

    World world() {
        return world;
    }

    MemberResolution resolution() {
        return resolution;
    }

    /** What a call returns by decree, or null. */
    Object result(JavaMethod method) {
        return facts.resultOf(method);
    }

    /** Whether a method can be evaluated from its own code. */
    boolean isPlain(JavaMethod method) {
        return method.isStatic() && !method.isNative() && substitutions.apply(method) == method;
    }
}
