package org.asterism.aot.optimize;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.aot.Offender;
import org.asterism.aot.reach.Closure;
import org.asterism.aot.reach.RuntimeEntry;
import org.asterism.aot.world.Annotations;
import org.asterism.aot.world.JavaMethod;

/**
 * Proves what {@code @NoAllocation}, {@code @NoBlocking} and {@code @InterruptSafe} state about everything reachable from a
 * method, or names the path that breaks it. Implicit exceptions and class initialisers are not counted: the first are
 * errors of the program, the second have run before.
 */
public final class EffectCheck {
    private static final String ALLOCATES = "allocates";
    private static final String BLOCKS = "may block";
    private static final String PARKING = "org/asterism/ostd/runtime/Parking";

    private final Closure closure;
    private final CallGraph graph;

    private EffectCheck(Closure closure, CallGraph graph) {
        this.closure = closure;
        this.graph = graph;
    }

    /** One offender for each statement that does not hold. */
    public static List<Offender> apply(Closure closure, CallGraph graph) {
        EffectCheck check = new EffectCheck(closure, graph);
        List<Offender> offenders = new ArrayList<>();
        for (JavaMethod method : closure.methods()) {
            boolean interruptSafe = states(method, "InterruptSafe");
            if (interruptSafe || states(method, "NoAllocation")) {
                check.prove(method, ALLOCATES, offenders);
            }
            if (interruptSafe || states(method, "NoBlocking")) {
                check.prove(method, BLOCKS, offenders);
            }
        }
        return offenders;
    }

    private static boolean states(JavaMethod method, String annotation) {
        return method.annotation(Annotations.PACKAGE + annotation) != null;
    }

    private void prove(JavaMethod root, String effect, List<Offender> offenders) {
        Map<JavaMethod, JavaMethod> callers = new LinkedHashMap<>();
        Deque<JavaMethod> pending = new ArrayDeque<>(List.of(root));
        callers.put(root, null);
        while (!pending.isEmpty()) {
            JavaMethod method = pending.poll();
            if (has(method, effect)) {
                List<String> path = new ArrayList<>();
                for (JavaMethod each = method; each != null; each = callers.get(each)) {
                    path.add(0, each.toString());
                }
                offenders.add(new Offender(root.owner().bundle().name(), root.toString(), effect + " against what it states",
                        "take the call out of the path or the annotation off the method", path));
                return;
            }
            for (JavaMethod callee : graph.callees(method)) {
                if (callers.putIfAbsent(callee, method) == null && !callee.equals(root)) {
                    pending.add(callee);
                }
            }
        }
    }

    private boolean has(JavaMethod method, String effect) {
        if (effect.equals(ALLOCATES)) {
            return method == closure.runtime(RuntimeEntry.ALLOCATE_INSTANCE)
                    || method == closure.runtime(RuntimeEntry.ALLOCATE_ARRAY);
        }
        return method == closure.runtime(RuntimeEntry.MONITOR_ENTER) || method.name().equals("park")
                && method.owner().supertypes().stream().anyMatch(type -> type.name().equals(PARKING));
    }
}
