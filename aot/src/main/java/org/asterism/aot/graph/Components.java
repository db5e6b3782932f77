package org.asterism.aot.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The strongly connected components of a directed graph, each after all that it leads to (Tarjan, SIAM J. Comput. 1972, without recursion
 * of its own).
 *
 * @param <T> nodes
 */
public final class Components<T> {
    private final Function<T, ? extends Collection<T>> successors;
    private final Map<T, Integer> numbers = new HashMap<>();
    private final Map<T, Integer> lowest = new HashMap<>();
    private final Set<T> open = new HashSet<>();
    private final Deque<T> component = new ArrayDeque<>();
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
            if (!components.numbers.containsKey(root)) {
                components.visit(root);
            }
        }
        return components.found;
    }

    private record Visit<T>(T node, Iterator<T> successors) {
    }

    private void visit(T root) {
        Deque<Visit<T>> visits = new ArrayDeque<>();
        visits.push(enter(root));
        while (!visits.isEmpty()) {
            Visit<T> visit = visits.peek();
            if (visit.successors().hasNext()) {
                T successor = visit.successors().next();
                if (!numbers.containsKey(successor)) {
                    visits.push(enter(successor));
                } else if (open.contains(successor)) {
                    lowest.merge(visit.node(), numbers.get(successor), Math::min);
                }
            } else {
                visits.pop();
                leave(visit.node());
                if (!visits.isEmpty()) {
                    lowest.merge(visits.peek().node(), lowest.get(visit.node()), Math::min);
                }
            }
        }
    }

    private Visit<T> enter(T node) {
        numbers.put(node, numbers.size());
        lowest.put(node, numbers.get(node));
        open.add(node);
        component.push(node);
        return new Visit<>(node, successors.apply(node).iterator());
    }

    private void leave(T node) {
        if (!lowest.get(node).equals(numbers.get(node))) {
            return;
        }
        List<T> members = new ArrayList<>();
        T member;
        do {
            member = component.pop();
            open.remove(member);
            members.add(member);
        } while (!member.equals(node));
        found.add(members);
    }
}
