package org.asterism.aot.stack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.asterism.aot.graph.Components;
import org.asterism.aot.stack.Depth.Place;
import org.asterism.aot.world.JavaMethod;

/**
 * The deepest ways out of one component of the call graph. In a component with cycles, every cycle must lead through a method of bounded
 * recursion. A way is cut there into turns: from one bounded method to the next, as often as their bounds allow, each as deep as the
 * deepest; the last one ends anywhere.
 */
final class Turns {
    private final Set<Place> members;
    private final Function<Place, Set<Place>> successors;
    private final ToIntFunction<Place> frame;
    private final ToIntFunction<Place> mostOnStack;
    private final List<Place> bounded;
    /** Those that are not bounded, callees first; without the cycles that are left. */
    private final List<Place> others = new ArrayList<>();

    Turns(List<Place> component, Function<Place, Set<Place>> successors, ToIntFunction<Place> frame, ToIntFunction<Place> mostOnStack,
            Set<List<JavaMethod>> cycles) {
        this.members = new HashSet<>(component);
        this.successors = successors;
        this.frame = frame;
        this.mostOnStack = mostOnStack;
        this.bounded = component.stream().filter(place -> mostOnStack.applyAsInt(place) > 0).toList();
        List<Place> unbounded = component.stream().filter(place -> !bounded.contains(place)).toList();
        for (List<Place> part : Components.of(unbounded, this::othersAfter)) {
            if (part.size() > 1 || othersAfter(part.get(0)).contains(part.get(0))) {
                cycles.add(shortestCycle(part));
            }
            others.addAll(part);
        }
    }

    private List<Place> othersAfter(Place place) {
        return successors.apply(place).stream().filter(next -> members.contains(next) && !bounded.contains(next)).toList();
    }

    /** Adds the deepest way of each member, given those of all that it leads to. */
    void addTo(Map<Place, Chain> chains) {
        Map<Place, Chain> last = new HashMap<>();
        Map<Place, Chain> turn = new HashMap<>();
        for (Place place : others) {
            extend(place, chains, last, turn);
        }
        bounded.forEach(place -> extend(place, chains, last, turn));
        Chain all = all(last, turn);
        bounded.forEach(place -> chains.put(place, all));
        for (Place place : others) {
            Chain around = turn.containsKey(place) ? turn.get(place).repeated(1, all) : null;
            chains.put(place, Chain.deeper(last.get(place), around));
        }
    }

    /** Finds the deepest way from a member that leaves the component or ends in it, and the deepest that leads to a bounded one. */
    private void extend(Place place, Map<Place, Chain> outside, Map<Place, Chain> last, Map<Place, Chain> turn) {
        Chain deepest = null;
        Chain deepestTurn = null;
        boolean turns = false;
        for (Place next : successors.apply(place)) {
            if (!members.contains(next)) {
                deepest = Chain.deeper(deepest, outside.get(next));
            } else if (bounded.contains(next)) {
                turns = true;
            } else {
                deepest = Chain.deeper(deepest, last.get(next));
                deepestTurn = Chain.deeper(deepestTurn, turn.get(next));
                turns |= turn.containsKey(next);
            }
        }
        int own = frame.applyAsInt(place);
        last.put(place, Chain.of(place.method(), own, 1, deepest));
        if (turns) {
            turn.put(place, Chain.of(place.method(), own, 1, deepestTurn));
        }
    }

    /** All turns of all bounded methods, of which the last does not come back; null if there are none. */
    private Chain all(Map<Place, Chain> last, Map<Place, Chain> turn) {
        Chain all = null;
        Place end = null;
        for (Place place : bounded) {
            if (end == null || Chain.bytesOf(last.get(place)) - Chain.bytesOf(turn.get(place))
                    > Chain.bytesOf(last.get(end)) - Chain.bytesOf(turn.get(end))) {
                end = place;
                all = last.get(place);
            }
        }
        for (Place place : bounded) {
            int times = mostOnStack.applyAsInt(place) - (place.equals(end) ? 1 : 0);
            if (times > 0 && turn.containsKey(place)) {
                all = turn.get(place).repeated(times, all);
            }
        }
        return all;
    }

    private List<JavaMethod> shortestCycle(List<Place> part) {
        Place start = part.stream().min(Comparator.comparing(place -> place.method().toString())).orElseThrow();
        Map<Place, Place> callers = new HashMap<>();
        Deque<Place> queue = new ArrayDeque<>(List.of(start));
        while (!callers.containsKey(start)) {
            Place caller = queue.remove();
            for (Place next : othersAfter(caller)) {
                if (part.contains(next) && callers.putIfAbsent(next, caller) == null) {
                    queue.add(next);
                }
            }
        }
        Deque<JavaMethod> cycle = new ArrayDeque<>();
        Place place = start;
        do {
            place = callers.get(place);
            cycle.push(place.method());
        } while (!place.equals(start));
        return new ArrayList<>(cycle);
    }
}
