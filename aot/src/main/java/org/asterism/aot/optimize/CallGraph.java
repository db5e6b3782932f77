package org.asterism.aot.optimize;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asterism.aot.emit.Dispatch;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.reach.Call;
import org.asterism.aot.reach.CallResolver;
import org.asterism.aot.reach.Closure;
import org.asterism.aot.reach.RuntimeEntry;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Who may call whom, with virtual calls expanded to all their targets and allocation counted as a call of the allocator.
 * Class initialisers are left out: each runs once.
 */
public final class CallGraph {
    private final Closure closure;
    private final CallResolver calls;
    private final Dispatch dispatch;
    private final Map<JavaMethod, Set<JavaMethod>> callees = new HashMap<>();

    /** The graph of a closure. */
    public CallGraph(Closure closure, CallResolver calls, Dispatch dispatch) {
        this.closure = closure;
        this.calls = calls;
        this.dispatch = dispatch;
        for (JavaMethod method : closure.methods()) {
            callees.put(method, compute(method));
        }
    }

    /** The methods that a method may call. */
    public Set<JavaMethod> callees(JavaMethod method) {
        return callees.getOrDefault(method, Set.of());
    }

    /** The methods that a call instruction may run. */
    public Collection<JavaMethod> targets(JavaMethod caller, MethodInsnNode instruction, Frame before) {
        Call call = calls.resolve(caller, instruction, before);
        return switch (call.kind()) {
            case DIRECT -> List.of(call.target());
            case VIRTUAL -> dispatch.plan(call.target(), call.receiver()).targets().keySet();
            default -> List.of();
        };
    }

    private Set<JavaMethod> compute(JavaMethod method) {
        Set<JavaMethod> found = new LinkedHashSet<>();
        MethodFlow flow = closure.flow(method);
        if (flow == null) {
            return found;
        }
        if (method.is(Opcodes.ACC_SYNCHRONIZED)) {
            found.add(closure.runtime(RuntimeEntry.MONITOR_ENTER));
            found.add(closure.runtime(RuntimeEntry.MONITOR_EXIT));
        }
        for (AbstractInsnNode instruction : method.node().instructions) {
            if (flow.isReached(instruction)) {
                found.addAll(callees(method, instruction, flow.before(instruction)));
            }
        }
        return found;
    }

    /** The methods that one reached instruction may call. */
    public Collection<JavaMethod> callees(JavaMethod method, AbstractInsnNode instruction, Frame before) {
        if (instruction instanceof MethodInsnNode call) {
            return targets(method, call, before);
        }
        return switch (instruction.getOpcode()) {
            case Opcodes.NEW -> List.of(closure.runtime(RuntimeEntry.ALLOCATE_INSTANCE));
            case Opcodes.NEWARRAY, Opcodes.ANEWARRAY -> List.of(closure.runtime(RuntimeEntry.ALLOCATE_ARRAY));
            case Opcodes.MONITORENTER -> List.of(closure.runtime(RuntimeEntry.MONITOR_ENTER));
            case Opcodes.MONITOREXIT -> List.of(closure.runtime(RuntimeEntry.MONITOR_EXIT));
            default -> List.of();
        };
    }
}
