package org.asterism.aot.stack;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asterism.aot.build.AssemblyFrames;
import org.asterism.aot.effect.BugPaths;
import org.asterism.aot.emit.Image;
import org.asterism.aot.emit.Names;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.optimize.CallGraph;
import org.asterism.aot.reach.RuntimeEntry;
import org.asterism.aot.world.Bundle;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Who may call whom on one stack: what bodies call, what the runtime does for them, and what assembly calls. Class initialisers are called
 * where a kernel runs them all, before its program, and nowhere else.
 */
final class Calls {
    private static final String CALL_INITIALIZER = "asterism_call";
    private static final String PROGRAM = "asterism_program";
    private static final String SUBSTITUTES = "/substitute/";
    private static final String TELL = "asterism_tell";
    private static final List<RuntimeEntry> CHECKS = List.of(RuntimeEntry.NULL_POINTER, RuntimeEntry.ARITHMETIC, RuntimeEntry.ARRAY_INDEX,
            RuntimeEntry.ARRAY_STORE, RuntimeEntry.CLASS_CAST, RuntimeEntry.NEGATIVE_ARRAY_SIZE, RuntimeEntry.INCOMPATIBLE_CLASS_CHANGE);

    /**
     * What one method may call.
     *
     * @param usual in its usual course
     * @param bugs on the way to an unchecked exception, the making of those for failed checks included
     */
    record Callees(Set<JavaMethod> usual, Set<JavaMethod> bugs) {
    }

    private final Image image;
    private final CallGraph graph;
    private final Map<String, JavaMethod> exported;
    private final JavaMethod program;
    private final AssemblyFrames assembly;
    private final Map<JavaMethod, Callees> known = new HashMap<>();

    Calls(Image image, CallGraph graph, Map<String, JavaMethod> exported, JavaMethod program, AssemblyFrames assembly) {
        this.image = image;
        this.graph = graph;
        this.exported = exported;
        this.program = program;
        this.assembly = assembly;
    }

    Callees of(JavaMethod method) {
        return known.computeIfAbsent(method, this::compute);
    }

    private Callees compute(JavaMethod method) {
        Callees callees = new Callees(new LinkedHashSet<>(), new LinkedHashSet<>());
        MethodFlow flow = image.closure().flow(method);
        if (flow == null) {
            addOfAssembly(method, callees.usual());
            return callees;
        }
        Set<AbstractInsnNode> bugs = BugPaths.of(method, flow);
        boolean stores = false;
        for (AbstractInsnNode instruction : method.node().instructions) {
            if (flow.isReached(instruction)) {
                Set<JavaMethod> into = bugs.contains(instruction) || BugPaths.isSuppression(instruction) ? callees.bugs() : callees.usual();
                into.addAll(graph.callees(method, instruction, flow.before(instruction)));
                int opcode = instruction.getOpcode();
                stores |= opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC || opcode == Opcodes.AASTORE;
            }
        }
        if (method.is(Opcodes.ACC_SYNCHRONIZED)) {
            callees.usual().add(image.closure().runtime(RuntimeEntry.MONITOR_ENTER));
            callees.usual().add(image.closure().runtime(RuntimeEntry.MONITOR_EXIT));
        }
        if (stores) {
            addOfSymbol(TELL, callees.usual());
        }
        JavaMethod initialize = image.closure().runtime(RuntimeEntry.INITIALIZE);
        if (method.owner() != initialize.owner()) {
            callees.usual().remove(initialize);
        }
        if (!image.effects().nothrow().contains(method) && !passesItsChecks(method)) {
            CHECKS.forEach(entry -> callees.bugs().add(image.closure().runtime(entry)));
        }
        return callees;
    }

    /** Whether a failed check would be a bug of the framework's own: in privileged code, but for what stands in for members of java.base. */
    private static boolean passesItsChecks(JavaMethod method) {
        Bundle bundle = method.owner().bundle();
        return bundle.privileged() && !bundle.isJavaBase() && !method.owner().name().contains(SUBSTITUTES);
    }

    private void addOfAssembly(JavaMethod method, Set<JavaMethod> callees) {
        if (Names.isAssembly(method)) {
            String symbol = image.names().method(method);
            if (symbol.equals(CALL_INITIALIZER)) {
                image.closure().initializedClasses().forEach(type -> callees.add(image.closure().initializer(type)));
            } else if (isProgram(method)) {
                callees.add(program);
                callees.add(image.closure().runtime(RuntimeEntry.INITIALIZE));
            } else {
                addOfSymbol(symbol, callees);
            }
        }
    }

    /** Whether it is what calls the program of the image. */
    boolean isProgram(JavaMethod method) {
        return Names.isAssembly(method) && image.names().method(method).equals(PROGRAM);
    }

    private void addOfSymbol(String symbol, Set<JavaMethod> callees) {
        AssemblyFrames.Function function = assembly.function(symbol);
        if (function != null) {
            function.calls().stream().map(exported::get).filter(target -> target != null).forEach(callees::add);
        }
    }

    /** Bytes of assembly between a method and those that it calls by way of assembly. */
    int assemblyBytes(JavaMethod method) {
        AssemblyFrames.Function function = Names.isAssembly(method) ? assembly.function(image.names().method(method)) : null;
        return function == null ? 0 : function.bytes();
    }
}
