package org.asterism.aot.effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.optimize.CallGraph;
import org.asterism.aot.reach.Closure;
import org.asterism.aot.reach.RuntimeEntry;
import org.asterism.aot.world.Annotations;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * What each body does of itself and what it calls, bugs aside. Exceptions that the runtime makes for a failed check (null, bounds, cast,
 * division) are bugs as well.
 */
final class EffectGraph {
    private static final String WAITS = Annotations.PACKAGE + "Waits";
    private static final String LOCKS = Annotations.PACKAGE + "LocksWithInterruptsOn";
    private static final List<String> PRIMITIVE_ARRAYS =
            List.of("boolean", "char", "float", "double", "byte", "short", "int", "long");

    /**
     * One body.
     *
     * @param sites what it does of itself
     * @param callees what it may call
     */
    record Body(List<Site> sites, Set<JavaMethod> callees) {
    }

    private final Closure closure;
    private final CallGraph graph;
    private final Map<JavaMethod, Body> bodies = new HashMap<>();

    EffectGraph(Closure closure, CallGraph graph) {
        this.closure = closure;
        this.graph = graph;
    }

    Body body(JavaMethod method) {
        return bodies.computeIfAbsent(method, this::scan);
    }

    private Body scan(JavaMethod method) {
        List<Site> sites = new ArrayList<>();
        Set<JavaMethod> callees = new LinkedHashSet<>();
        addDeclared(method, sites);
        MethodFlow flow = closure.flow(method);
        if (flow == null) {
            return new Body(sites, callees);
        }
        if (method.is(Opcodes.ACC_SYNCHRONIZED)) {
            sites.add(new Site(Effect.WAITING, "enters a monitor: synchronized", 0));
            callees.add(closure.runtime(RuntimeEntry.MONITOR_EXIT));
        }
        Set<AbstractInsnNode> bugs = BugPaths.of(method, flow);
        int line = 0;
        for (AbstractInsnNode instruction : method.node().instructions) {
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            } else if (instruction.getOpcode() >= 0 && flow.isReached(instruction) && !bugs.contains(instruction)) {
                if (instruction instanceof MethodInsnNode call) {
                    if (BugPaths.isSuppression(call)) {
                        continue;
                    }
                    callees.addAll(graph.targets(method, call, flow.before(instruction)));
                } else {
                    add(method, instruction, flow.before(instruction), line, sites);
                }
            }
        }
        return new Body(sites, callees);
    }

    private void addDeclared(JavaMethod method, List<Site> sites) {
        if (method == closure.runtime(RuntimeEntry.ALLOCATE_INSTANCE) || method == closure.runtime(RuntimeEntry.ALLOCATE_ARRAY)) {
            sites.add(new Site(Effect.ALLOCATION, "the allocator", 0));
        }
        if (Statement.inherited(method, WAITS) != null) {
            sites.add(new Site(Effect.WAITING, "waits", 0));
        }
        if (Statement.inherited(method, LOCKS) != null) {
            sites.add(new Site(Effect.LOCKING, "turns preemption off", 0));
        }
    }

    private void add(JavaMethod method, AbstractInsnNode instruction, Frame frame, int line, List<Site> sites) {
        switch (instruction.getOpcode()) {
            case Opcodes.NEW -> sites.add(new Site(Effect.ALLOCATION, instance(method, ((TypeInsnNode) instruction).desc), line));
            case Opcodes.NEWARRAY -> sites.add(new Site(Effect.ALLOCATION,
                    "new " + PRIMITIVE_ARRAYS.get(((IntInsnNode) instruction).operand - Opcodes.T_BOOLEAN) + "[]", line));
            case Opcodes.ANEWARRAY -> sites.add(new Site(Effect.ALLOCATION,
                    "new " + Type.getObjectType(((TypeInsnNode) instruction).desc).getClassName() + "[]", line));
            case Opcodes.MONITORENTER -> sites.add(new Site(Effect.WAITING, "enters a monitor: synchronized", line));
            default -> { }
        }
    }

    /** The class of a lambda is made by its own factory, a boxed value by {@code valueOf}, a concatenation begins with its builder. */
    private static String instance(JavaMethod method, String made) {
        String name = made.replace('/', '.');
        if (method.owner().initializationHost() != null && method.owner().name().equals(made)) {
            return "a lambda or method reference that captures: new " + name;
        }
        if (method.name().equals("valueOf") && method.owner().name().equals(made)) {
            return "boxing: new " + name;
        }
        return made.equals("java/lang/StringBuilder") ? "string building or concatenation: new " + name : "new " + name;
    }
}
