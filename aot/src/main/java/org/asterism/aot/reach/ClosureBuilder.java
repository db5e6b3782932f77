package org.asterism.aot.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asterism.aot.Offender;
import org.asterism.aot.Optimization;
import org.asterism.aot.Optimizations;
import org.asterism.aot.evaluate.InitializerEvaluator;
import org.asterism.aot.flow.FlowAnalysis;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.intrinsic.HandleConstants;
import org.asterism.aot.lower.Lowering;
import org.asterism.aot.lower.QuestionFolding;
import org.asterism.aot.profile.Profile;
import org.asterism.aot.profile.Rule;
import org.asterism.aot.profile.Substitutions;
import org.asterism.aot.world.Annotations;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.MemberResolution;
import org.asterism.aot.world.UnresolvedReferenceException;
import org.asterism.aot.world.World;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Rapid type analysis at method level (Bacon and Sweeney, OOPSLA 1996): a virtual call reaches the overriding methods of
 * the classes that some reached code instantiates. Methods are visited breadth first, so the recorded callers form
 * shortest paths.
 */
public final class ClosureBuilder {
    private final World world;
    private final MemberResolution resolution;
    private final Profile profile;
    private final Substitutions substitutions;
    private final CallResolver calls;
    private final HandleConstants handles;
    private final Optimizations optimizations;
    private final Lowering lowering;
    private final Closure closure = new Closure();
    private final Deque<JavaMethod> pending = new ArrayDeque<>();
    private final Map<JavaClass, Map<JavaMethod, JavaMethod>> virtualCalls = new LinkedHashMap<>();
    private final Map<JavaClass, List<JavaClass>> instances = new HashMap<>();
    private final Set<JavaClass> initialized = new HashSet<>();
    private final Set<JavaMethod> natives = new LinkedHashSet<>();
    private final Set<JavaMethod> calledByBundles = new HashSet<>();
    private final Map<JavaMethod, JavaMethod> unpublished = new LinkedHashMap<>();
    private final InitializerEvaluator evaluator;

    /** A builder for one image. */
    public ClosureBuilder(World world, MemberResolution resolution, Profile profile, Substitutions substitutions,
            CallResolver calls, HandleConstants handles, Optimizations optimizations) {
        this.world = world;
        this.resolution = resolution;
        this.profile = profile;
        this.substitutions = substitutions;
        this.calls = calls;
        this.handles = handles;
        this.optimizations = optimizations;
        this.lowering = new Lowering(world);
        this.evaluator = new InitializerEvaluator(world, resolution, profile, substitutions);
    }

    /** Computes everything reachable from the roots and from what generated code itself calls. */
    public Closure build(List<JavaMethod> roots) {
        for (RuntimeEntry entry : RuntimeEntry.values()) {
            JavaMethod method = entry.find(world);
            closure.runtime.put(entry, method);
            reach(method, null);
        }
        for (String image : List.of("java/lang/String", "java/lang/Class")) {
            instantiate(world.platform(image), null);
        }
        touch(world.array(world.primitive("byte")));
        touch(world.array(world.platform("java/lang/String")));
        for (JavaMethod root : roots) {
            initialize(root.owner(), root);
            reach(root, null);
        }
        while (!pending.isEmpty()) {
            List<JavaMethod> round = List.copyOf(pending);
            pending.clear();
            visit(round);
        }
        refuseLibraryPaths();
        return closure;
    }

    /** What is known of a body before it is scanned: its flow, or what it refers to in vain. */
    private record Body(JavaMethod method, MethodFlow flow, UnresolvedReferenceException failure) {
    }

    /**
     * Visits methods in the order in which they were reached. The flow of one does not depend on another's, so all are analysed at once;
     * lowering makes classes, and scanning reaches more, each in its order.
     */
    private void visit(List<JavaMethod> round) {
        List<Body> lowered = new ArrayList<>();
        for (JavaMethod method : round) {
            if (!hasNoBody(method)) {
                lowered.add(lower(method));
            }
        }
        for (Body body : lowered.parallelStream().map(this::analyze).toList()) {
            if (body.failure() == null) {
                scan(body);
            } else {
                offend(body.method(), body.method().toString(), body.failure().getMessage(), "correct the bundle or the set of bundles");
            }
        }
    }

    private Body lower(JavaMethod method) {
        try {
            if (substitutions.isReplacement(method)) {
                initialize(method.owner(), method);
            }
            lowering.apply(method);
            return new Body(method, null, null);
        } catch (UnresolvedReferenceException e) {
            return new Body(method, null, e);
        }
    }

    private Body analyze(Body lowered) {
        if (lowered.failure() != null) {
            return lowered;
        }
        JavaMethod method = lowered.method();
        try {
            MethodFlow flow = FlowAnalysis.analyze(world, resolution, profile, method, optimizations);
            if (QuestionFolding.apply(world, method, flow)) {
                flow = FlowAnalysis.analyze(world, resolution, profile, method, optimizations);
            }
            return new Body(method, flow, null);
        } catch (UnresolvedReferenceException e) {
            return new Body(method, null, e);
        }
    }

    private void scan(Body body) {
        JavaMethod method = body.method();
        closure.flows.put(method, body.flow());
        try {
            BodyScanner scanner = new BodyScanner(this, world, resolution, profile, calls, handles, method, body.flow());
            for (AbstractInsnNode instruction : method.node().instructions.toArray()) {
                if (body.flow().isReached(instruction)) {
                    scan(scanner, method, instruction);
                }
            }
        } catch (UnresolvedReferenceException e) {
            offend(method, method.toString(), e.getMessage(), "correct the bundle or the set of bundles");
        }
    }

    private void scan(BodyScanner scanner, JavaMethod method, AbstractInsnNode instruction) {
        try {
            scanner.scan(instruction);
        } catch (UnresolvedReferenceException e) {
            offend(method, method.toString(), e.getMessage(), "rebuild the bundle against what it is linked with");
        }
    }

    private boolean hasNoBody(JavaMethod method) {
        if (closure.cuts.containsKey(method)) {
            return true;
        }
        if (!method.isNative()) {
            return method.isAbstract();
        }
        boolean bound = method.annotation(Annotations.PACKAGE + "AssemblySymbol") != null
                || method.annotation(Annotations.PACKAGE + "AssemblyAddress") != null;
        if (!bound || !method.owner().bundle().privileged()) {
            natives.add(method);
        }
        return true;
    }

    /** Refuses what cannot work of {@code java.base} by the members that bundles call, for which they can be blamed. */
    private void refuseLibraryPaths() {
        if (natives.isEmpty() && unpublished.isEmpty()) {
            return;
        }
        LibraryPaths paths = new LibraryPaths(closure, calls);
        Set<JavaMethod> refused = new HashSet<>();
        natives.forEach(method -> refuseNative(method, paths.entriesTo(method), refused));
        unpublished.forEach((member, caller) -> {
            List<JavaMethod> path = paths.path(member, each -> closure.cuts.containsKey(each) && closure.cuts.get(each).isThrowing());
            if (path.size() > 1 && refused.add(member)) {
                JavaMethod cut = path.get(path.size() - 1);
                List<JavaMethod> whole = new ArrayList<>(closure.path(caller));
                whole.addAll(path.subList(0, path.size() - 1));
                offend(whole, member.toString(), "needs " + cut + ", which is cut (" + closure.cuts.get(cut).reason() + ")", profile.remedyFor(member).orElseThrow());
            }
        });
    }

    private void refuseNative(JavaMethod method, Map<JavaMethod, List<JavaMethod>> entries, Set<JavaMethod> refused) {
        String remedy = "avoid it, or give it a substitution or a rule in profile " + profile.name();
        entries.forEach((entry, path) -> {
            if (entry != method && refused.add(entry)) {
                offend(path, entry.toString(), "needs " + method + ", which is native", profile.remedyFor(entry).orElse(remedy));
            }
        });
        if (entries.isEmpty() || entries.containsKey(method)) {
            offend(closure.callers.get(method), method.toString(), "is native", remedy);
        }
    }

    /** Records that a method may be called. */
    void reach(JavaMethod method, JavaMethod caller) {
        Optional<Rule> rule = replacement(method);
        if (rule.isPresent()) {
            boolean ruledValue = rule.get().action() == Rule.Action.NOP || rule.get().action() == Rule.Action.THIS;
            if (caller != null && !caller.owner().bundle().isJavaBase() && !ruledValue) {
                offend(caller, method.toString(), "is outside profile " + profile.name() + " (" + rule.get().subject() + ": "
                        + rule.get().reason() + ")", "do without it, or choose a profile that holds it");
            }
            closure.cuts.putIfAbsent(method, rule.get());
        }
        if (!closure.callers.containsKey(method)) {
            closure.callers.put(method, caller);
            pending.add(method);
        }
    }

    /** Records that a call names a method, so that it can be blamed for where that leads: a virtual one means who knows which. */
    void name(JavaMethod method, JavaMethod caller) {
        if (isOrdinary(caller) && method.owner().bundle().isJavaBase() && calledByBundles.add(method) && profile.remedyFor(method).isPresent()) {
            unpublished.put(method, caller);
        }
    }

    private static boolean isOrdinary(JavaMethod caller) {
        return !caller.owner().bundle().isJavaBase() && !caller.owner().bundle().privileged();
    }

    private Optional<Rule> replacement(JavaMethod method) {
        Optional<Rule> own = profile.replacement(method).filter(rule -> rule.action() != Rule.Action.CONSTANT);
        return own.isPresent() ? own : method.isStatic() ? profile.denial(method.owner()) : profile.instantiationDenial(method.owner());
    }

    /** Records a call by the class of the receiver. */
    void reachVirtual(JavaMethod resolved, JavaClass receiver, JavaMethod caller) {
        Map<JavaMethod, JavaMethod> known = virtualCalls.computeIfAbsent(receiver, key -> new LinkedHashMap<>());
        if (known.putIfAbsent(resolved, caller) == null) {
            for (JavaClass type : List.copyOf(instances.getOrDefault(receiver, List.of()))) {
                reachSelected(type, resolved, caller);
            }
        }
    }

    private void reachSelected(JavaClass type, JavaMethod resolved, JavaMethod caller) {
        JavaMethod selected = calls.select(type, resolved);
        if (selected != null && calls.intrinsic(selected) == null) {
            reach(selected, caller);
        }
    }

    /** Records that objects of a class may exist. */
    void instantiate(JavaClass type, JavaMethod creator) {
        touch(type);
        if (!closure.instantiated.add(type)) {
            return;
        }
        for (JavaClass supertype : type.supertypes()) {
            instances.computeIfAbsent(supertype, key -> new ArrayList<>()).add(type);
            Map<JavaMethod, JavaMethod> waiting = virtualCalls.getOrDefault(supertype, Map.of());
            new LinkedHashMap<>(waiting).forEach((resolved, caller) -> reachSelected(type, resolved, caller));
        }
    }

    /** Records that a type needs metadata; all array types that have it count as instantiated. */
    void touch(JavaClass type) {
        if (closure.types.add(type)) {
            type.supertypes().forEach(this::touch);
            closure.strings.add(type.binaryName());
            if (type.isArray()) {
                touch(type.element());
                instantiate(type, null);
            }
        }
    }

    /** Records that a literal is a class. Of an enum it may be asked for the constants, as {@code EnumSet.noneOf} does, which initialises it. */
    void name(JavaClass type, JavaMethod cause) {
        touch(type);
        JavaClass innermost = type;
        while (innermost.isArray()) {
            innermost = innermost.element();
        }
        if ((innermost.access() & Opcodes.ACC_ENUM) != 0) {
            initialize(innermost, cause);
        }
    }

    /** Records that a class may be initialised. */
    void initialize(JavaClass type, JavaMethod cause) {
        touch(type);
        for (JavaClass each = type; each != null; each = each.superclass()) {
            if (!initialized.add(each)) {
                return;
            }
            initializeAlone(each, cause);
            each.initializedInterfaces().stream().filter(initialized::add)
                    .forEach(superinterface -> initializeAlone(superinterface, cause));
        }
    }

    private void initializeAlone(JavaClass type, JavaMethod cause) {
        JavaMethod initializer = type.initializer() == null ? null : substitutions.apply(type.initializer());
        if (initializer == null || replacement(initializer).isPresent() || isTrivial(initializer)) {
            return;
        }
        Optional<Map<JavaField, Object>> evaluated = optimizations.include(Optimization.INITIALIZER_EVALUATION)
                ? evaluator.evaluate(type) : Optional.empty();
        if (evaluated.isPresent()) {
            evaluated.get().forEach((field, value) -> preset(field, value, cause));
        } else {
            closure.initializers.put(type, initializer);
            reach(initializer, cause);
        }
    }

    private void preset(JavaField field, Object value, JavaMethod cause) {
        closure.initialValues.put(field, value);
        if (value instanceof String text) {
            closure.strings.add(text);
        } else if (value instanceof JavaClass literal) {
            name(literal, cause);
        } else if (value.getClass().isArray()) {
            touch(world.array(world.primitive(value.getClass().getComponentType().getName())));
        }
    }

    private static boolean isTrivial(JavaMethod initializer) {
        if (initializer.isClassInitializer()) {
            Lowering.removeAssertionStatus(initializer);
        }
        for (AbstractInsnNode instruction : initializer.node().instructions) {
            if (instruction.getOpcode() >= 0) {
                return instruction.getOpcode() == Opcodes.RETURN;
            }
        }
        return true;
    }

    Closure closure() {
        return closure;
    }

    /** Records something that cannot be linked. */
    void offend(JavaMethod where, String member, String reason, String remedy) {
        offend(where == null ? List.of() : closure.path(where), member, reason, remedy);
    }

    private void offend(List<JavaMethod> path, String member, String reason, String remedy) {
        Offender offender = new Offender(path.isEmpty() ? "none" : culprit(path), member, reason, remedy, path.stream().map(JavaMethod::toString).toList());
        if (closure.offenders.stream().noneMatch(other -> other.member().equals(member) && other.reason().equals(reason))) {
            closure.offenders.add(offender);
        }
    }

    /** The bundle of the last method on the path that is not of java.base. */
    private static String culprit(List<JavaMethod> path) {
        String found = path.get(path.size() - 1).owner().bundle().name();
        for (JavaMethod each : path) {
            if (!each.owner().bundle().isJavaBase()) {
                found = each.owner().bundle().name();
            }
        }
        return found;
    }
}
