package org.asterism.aot.optimize;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.asterism.aot.Optimization;
import org.asterism.aot.Optimizations;
import org.asterism.aot.graph.Components;
import org.asterism.aot.world.JavaMethod;

/**
 * Finds the methods on cycles of the call graph. Only they compare the stack pointer with the limit; the reserve below the limit holds any
 * chain of others.
 */
public final class RecursionAnalysis {
    private RecursionAnalysis() {
    }

    /** The methods that can be active twice on one stack; all that may check the limit, if the analysis is switched off. */
    public static Set<JavaMethod> apply(Collection<JavaMethod> methods, CallGraph graph, Optimizations optimizations) {
        Set<JavaMethod> recursive = new HashSet<>();
        if (optimizations.include(Optimization.RECURSION_ANALYSIS)) {
            for (List<JavaMethod> component : Components.of(methods, graph::callees)) {
                if (component.size() > 1 || graph.callees(component.get(0)).contains(component.get(0))) {
                    recursive.addAll(component);
                }
            }
        } else {
            recursive.addAll(methods);
        }
        recursive.removeIf(RecursionAnalysis::isExempt);
        return recursive;
    }

    /**
     * Privileged code works in the reserve: an error thrown there would leave a heap or a run queue half changed. Throwables
     * are made where the stack has run out, too.
     */
    private static boolean isExempt(JavaMethod method) {
        boolean privileged = method.owner().bundle().privileged() && !method.owner().bundle().isJavaBase();
        return privileged || method.isConstructor() && method.owner().supertypes()
                .stream().anyMatch(type -> type.name().equals("java/lang/Throwable"));
    }
}
