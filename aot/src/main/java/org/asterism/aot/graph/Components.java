package org.asterism.aot.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The strongly connected components of a directed graph, each after all that it leads to (Tarjan, SIAM J. Comput. 1972, without recursion
 * of its own).
 *
 * @param <T> nodes
 */
public final class Components<T> {
    private final Function<T, ? extends Collection<T>> successors;
    private final Map<T, Visit<T>> visits = new HashMap<>();
    private final Deque<Visit<T>> component = new ArrayDeque<>();
    private final List<List<T>> found = new ArrayList<>();

    private Components(Function<T, ? extends Collection<T>> successors) {
        this.successors = successors;
    }

    /**
     * The components of what some nodes lead to, themselves included.
     *
     * @param successors asked once for each node
     */
    public static <T> List<List<T>> of(Collection<T> roots, Function<T, ? extends Collection<T>> successors) {
        Components<T> components = new Components<>(successors);
        for (T root : roots) {
            if (!components.visits.containsKey(root)) {
                components.visit(root);
            }
        }
        return components.found;
    }

    private static final class Visit<T> {
        private final T node;
        private final Iterator<T> successors;
        private final int number;
        private int lowest;
        private boolean isOpen = true;

        Visit(T node, Iterator<T> successors, int number) {
            this.node = node;
            this.successors = successors;
            this.number = number;
            this.lowest = number;
        }
    }

    private void visit(T root) {
        Deque<Visit<T>> path = new ArrayDeque<>();
        path.push(enter(root));
        while (!path.isEmpty()) {
            Visit<T> visit = path.peek();
            if (visit.successors.hasNext()) {
                T successor = visit.successors.next();
                Visit<T> known = visits.get(successor);
                if (known == null) {
                    path.push(enter(successor));
                } else if (known.isOpen) {
                    visit.lowest = Math.min(visit.lowest, known.number);
                }
            } else {
                path.pop();
                leave(visit);
                if (!path.isEmpty()) {
                    path.peek().lowest = Math.min(path.peek().lowest, visit.lowest);
                }
            }
        }
    }

    private Visit<T> enter(T node) {
        Visit<T> visit = new Visit<>(node, successors.apply(node).iterator(), visits.size());
        visits.put(node, visit);
        component.push(visit);
        return visit;
    }

    private void leave(Visit<T> visit) {
        if (visit.lowest != visit.number) {
            return;
        }
        List<T> members = new ArrayList<>();
        Visit<T> member;
        do {
            member = component.pop();
            member.isOpen = false;
            members.add(member.node);
        } while (member != visit);
        found.add(members);
    }
}
