package org.asterism.aot.stack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.asterism.aot.graph.Components;
import org.asterism.aot.world.JavaMethod;

/**
 * The greatest depth below a method, down to the comparisons with the limit: the longest way through the components of the call graph, each
 * visited once. A way down takes at most one turn to an unchecked exception: that the report of a bug meets a second one would be a bug of the
 * framework's own. Recursion that is declared to be bounded is taken to its bound; what is declared to be active once at most is not entered
 * again below itself, whatever lies between.
 */
final class Depth {
    private final Function<JavaMethod, Calls.Callees> calls;
    private final ToIntFunction<JavaMethod> frame;
    private final Rules rules;
    private final Map<Place, Set<Place>> successors = new HashMap<>();
    private final Map<Place, Chain> chains = new HashMap<>();
    private final Set<List<JavaMethod>> cycles = new LinkedHashSet<>();

    /** What is special about methods. */
    interface Rules {
        /** Whether it compares the stack pointer with the limit. */
        boolean isChecked(JavaMethod method);

        /** Whether comparisons are switched off below it. */
        boolean opensReserve(JavaMethod method);

        /** Whether preemption is off below it. */
        boolean keepsPreemptionOff(JavaMethod method);

        /** Whether it is called with preemption on only. */
        boolean needsPreemption(JavaMethod method);

        /** How often it is active on one stack at most, although calls lead back to it; 0 if nothing is known. */
        int mostOnStack(JavaMethod method);

        /** What makes the exception of a failed comparison. */
        JavaMethod overflow();
    }

    /** What happens in a method. */
    enum Course {
        /** Anything; it may still turn to an unchecked exception. */
        USUAL,
        /** What needs no further turn to an unchecked exception. */
        WITHOUT_BUGS,
        /** Its comparison with the limit fails. */
        OVERFLOW
    }

    /**
     * A method in a context.
     *
     * @param reserve whether comparisons are switched off
     * @param preemptionOff whether a caller keeps it off
     * @param once methods that are not entered below it: those above it that are active once at most; there are few
     */
    record Place(JavaMethod method, Course course, boolean reserve, boolean preemptionOff, Set<JavaMethod> once) {
        static Place of(JavaMethod root, Course course) {
            return new Place(root, course, false, false, Set.of());
        }

        /** Places are looked up all the time, and most differ in their methods. */
        @Override
        public int hashCode() {
            return 31 * method.hashCode() + 4 * course.ordinal() + (reserve ? 2 : 0) + (preemptionOff ? 1 : 0);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && method == place.method && course == place.course && reserve == place.reserve
                    && preemptionOff == place.preemptionOff && once.equals(place.once);
        }
    }

    Depth(Function<JavaMethod, Calls.Callees> calls, ToIntFunction<JavaMethod> frame, Rules rules) {
        this.calls = calls;
        this.frame = frame;
        this.rules = rules;
    }

    /** From a method, its frame included. */
    Chain from(JavaMethod root) {
        return chain(Place.of(root, Course.USUAL));
    }

    /**
     * From a method that compares with the limit, its frame included.
     *
     * @param bottom methods that no comparison comes before
     */
    Chain after(JavaMethod checked, Set<JavaMethod> bottom) {
        return chain(new Place(checked, Course.USUAL, false, false, bottom));
    }

    /** From a method, its frame included, as long as nothing reports a bug. */
    Chain withoutBugs(JavaMethod root) {
        return chain(Place.of(root, Course.WITHOUT_BUGS));
    }

    /** Cycles of calls without a comparison, each method once. */
    Set<List<JavaMethod>> cycles() {
        return cycles;
    }

    private Chain chain(Place root) {
        if (!chains.containsKey(root)) {
            for (List<Place> component : Components.of(List.of(root), place -> chains.containsKey(place) ? Set.of() : successors(place))) {
                if (!chains.containsKey(component.get(0))) {
                    new Turns(component, this::successors, this::frame, this::mostOnStack, cycles).addTo(chains);
                }
            }
        }
        return chains.get(root);
    }

    private int frame(Place place) {
        return frame.applyAsInt(place.method());
    }

    private int mostOnStack(Place place) {
        return rules.mostOnStack(place.method());
    }

    private Set<Place> successors(Place place) {
        return successors.computeIfAbsent(place, this::compute);
    }

    private Set<Place> compute(Place place) {
        if (place.course() == Course.OVERFLOW) {
            return Set.of(new Place(rules.overflow(), Course.WITHOUT_BUGS, false, place.preemptionOff(), place.once()));
        }
        Place caller = caller(place);
        Calls.Callees callees = calls.apply(place.method());
        Set<Place> result = new LinkedHashSet<>();
        callees.usual().forEach(callee -> addCallee(callee, place.course(), caller, result));
        if (place.course() == Course.USUAL) {
            callees.bugs().forEach(callee -> addCallee(callee, Course.WITHOUT_BUGS, caller, result));
        }
        return result;
    }

    /** The context of what a method calls. */
    private Place caller(Place place) {
        Set<JavaMethod> once = place.once();
        if (mostOnStack(place) == 1) {
            once = new HashSet<>(once);
            once.add(place.method());
        }
        return new Place(place.method(), place.course(), place.reserve() || rules.opensReserve(place.method()),
                place.preemptionOff() || rules.keepsPreemptionOff(place.method()), once);
    }

    private void addCallee(JavaMethod method, Course course, Place caller, Set<Place> callees) {
        if (!caller.once().contains(method) && !(caller.preemptionOff() && rules.needsPreemption(method))) {
            boolean overflows = !caller.reserve() && rules.isChecked(method);
            callees.add(new Place(method, overflows ? Course.OVERFLOW : course, caller.reserve(), caller.preemptionOff(), caller.once()));
        }
    }
}
