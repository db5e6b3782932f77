package org.asterism.aot.optimize;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.asterism.aot.Optimization;
import org.asterism.aot.Optimizations;
import org.asterism.aot.world.JavaMethod;

/**
 * Finds the methods on cycles of the call graph (Tarjan, SIAM J. Comput. 1972, without recursion of its own). Only they
 * compare the stack pointer with the limit; the reserve below the limit holds any chain of others.
 */
public final class RecursionAnalysis {
    private final CallGraph graph;
    private final Map<JavaMethod, Integer> numbers = new HashMap<>();
    private final Map<JavaMethod, Integer> lowest = new HashMap<>();
    private final Set<JavaMethod> open = new HashSet<>();
    private final Deque<JavaMethod> component = new ArrayDeque<>();
    private final Set<JavaMethod> recursive = new HashSet<>();

    private RecursionAnalysis(CallGraph graph) {
        this.graph = graph;
    }

    /** The methods that can be active twice on one stack; all that may check the limit, if the analysis is switched off. */
    public static Set<JavaMethod> apply(Collection<JavaMethod> methods, CallGraph graph, Optimizations optimizations) {
        RecursionAnalysis analysis = new RecursionAnalysis(graph);
        if (optimizations.include(Optimization.RECURSION_ANALYSIS)) {
            analysis.run(methods);
        } else {
            analysis.recursive.addAll(methods);
        }
        analysis.recursive.removeIf(RecursionAnalysis::isExempt);
        return analysis.recursive;
    }

    private void run(Collection<JavaMethod> methods) {
        for (JavaMethod method : methods) {
            if (!numbers.containsKey(method)) {
                visit(method);
            }
        }
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

    private record Visit(JavaMethod method, Iterator<JavaMethod> callees) {
    }

    private void visit(JavaMethod root) {
        Deque<Visit> visits = new ArrayDeque<>();
        visits.push(enter(root));
        while (!visits.isEmpty()) {
            Visit visit = visits.peek();
            if (visit.callees().hasNext()) {
                JavaMethod callee = visit.callees().next();
                if (!numbers.containsKey(callee)) {
                    visits.push(enter(callee));
                } else if (open.contains(callee)) {
                    lowest.merge(visit.method(), numbers.get(callee), Math::min);
                }
            } else {
                visits.pop();
                leave(visit.method());
                if (!visits.isEmpty()) {
                    lowest.merge(visits.peek().method(), lowest.get(visit.method()), Math::min);
                }
            }
        }
    }

    private Visit enter(JavaMethod method) {
        numbers.put(method, numbers.size());
        lowest.put(method, numbers.get(method));
        open.add(method);
        component.push(method);
        return new Visit(method, graph.callees(method).iterator());
    }

    private void leave(JavaMethod method) {
        if (!lowest.get(method).equals(numbers.get(method))) {
            return;
        }
        boolean cycle = component.peek() != method || graph.callees(method).contains(method);
        JavaMethod member;
        do {
            member = component.pop();
            open.remove(member);
            if (cycle) {
                recursive.add(member);
            }
        } while (member != method);
    }
}
