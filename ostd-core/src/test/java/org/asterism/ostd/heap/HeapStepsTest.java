package org.asterism.ostd.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.asterism.ostd.heap.HeapMutator.Kind;
import org.asterism.ostd.heap.HeapMutator.Step;

/**
 * Sequences of single steps of several tasks, checked after each: allocations and stores interrupted anywhere, collections whole and in
 * parts, weak and soft references, memory that runs out under the mark stack. A failure shrinks to the few steps that matter.
 */
class HeapStepsTest {
    private static final HeapOptions STRICT = new HeapOptions(1 << 20, 0, true, true);

    @Provide
    Arbitrary<List<Step>> steps() {
        return step().list().ofMaxSize(90);
    }

    private static Arbitrary<Step> step() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(Tuple.of(12, Kind.NODE), Tuple.of(4, Kind.ARRAY), Tuple.of(1, Kind.LARGE_ARRAY),
                Tuple.of(3, Kind.BYTES), Tuple.of(3, Kind.WEAK), Tuple.of(2, Kind.SOFT), Tuple.of(4, Kind.FORGET), Tuple.of(12, Kind.LINK),
                Tuple.of(3, Kind.UNLINK), Tuple.of(6, Kind.LOAD), Tuple.of(3, Kind.BEGIN_ALLOCATION), Tuple.of(3, Kind.END_ALLOCATION),
                Tuple.of(3, Kind.BEGIN_STORE), Tuple.of(3, Kind.END_STORE), Tuple.of(12, Kind.STEP), Tuple.of(4, Kind.COLLECT),
                Tuple.of(1, Kind.LAST_RESORT), Tuple.of(2, Kind.TAKE_REFERENCE), Tuple.of(1, Kind.HOARD), Tuple.of(1, Kind.RELEASE),
                Tuple.of(1, Kind.LIMIT), Tuple.of(1, Kind.END_TASK));
        Arbitrary<Integer> variables = Arbitraries.integers().between(0, HeapMutator.VARIABLES - 1);
        return Combinators.combine(kinds, Arbitraries.integers().between(0, HeapMutator.TASKS - 1), variables, variables,
                Arbitraries.integers().between(0, 63)).as(Step::new);
    }

    private static void run(HeapMutator mutator, List<Step> steps) {
        for (Step step : steps) {
            mutator.run(step);
            mutator.check();
        }
    }

    @Property(tries = 200)
    void nothingReachableIsLostAndEverythingElseIsReclaimed(@ForAll("steps") List<Step> steps) {
        try (HeapMutator mutator = new HeapMutator(STRICT)) {
            run(mutator, steps);
            mutator.checkAccount();
            mutator.checkThatAllCanBeReclaimed();
        }
    }

    @Property(tries = 2)
    void aMarkStackThatCannotGrowLosesNothing(@ForAll("steps") List<Step> before, @ForAll("steps") List<Step> after) {
        try (HeapMutator mutator = new HeapMutator(new HeapOptions(8 << 20, 0, true, true))) {
            run(mutator, before);
            for (Kind kind : List.of(Kind.RELEASE, Kind.LIMIT, Kind.END_ALLOCATION, Kind.END_STORE)) {
                mutator.run(new Step(kind, 1, 0, 0, 63));
            }
            mutator.run(new Step(Kind.COMB, 1, 0, 0, 0));
            mutator.run(new Step(Kind.HOARD, 0, 0, 0, 0));
            mutator.run(new Step(Kind.COLLECT, 0, 0, 0, 0));
            mutator.check();
            assertThat(mutator.world.heap.markStackOverflows()).isPositive();
            after.forEach(mutator::run);
            mutator.check();
            mutator.checkThatAllCanBeReclaimed();
        }
    }

    /** Moves the only reference to an object from a variable's node to another one's, after so much of a collection. */
    private static List<Step> moveDuringCollection(int units, int from, int to) {
        return List.of(new Step(Kind.NODE, 0, from, 0, 0), new Step(Kind.NODE, 0, to, 0, 0),
                new Step(Kind.NODE, 0, 2, 0, 0), new Step(Kind.LINK, 0, 2, from, 0), new Step(Kind.FORGET, 0, 2, 0, 0),
                new Step(Kind.STEP, 0, 0, 0, 0), new Step(Kind.STEP, 0, 0, 0, units),
                new Step(Kind.LOAD, 0, 2, from, 0), new Step(Kind.LINK, 0, 2, to, 0), new Step(Kind.UNLINK, 0, 0, from, 0),
                new Step(Kind.FORGET, 0, 2, 0, 0), new Step(Kind.COLLECT, 0, 0, 0, 0));
    }

    /** With stores that the collector is not told of, the same steps lose an object at one moment or the other. */
    @Example
    void silentStoresAreNoticed() {
        int lost = 0;
        for (int units = 8; units < 40; units += 2) {
            for (int from = 0; from < 2; from++) {
                List<Step> steps = moveDuringCollection(units, from, 1 - from);
                try (HeapMutator mutator = new HeapMutator(STRICT)) {
                    run(mutator, steps);
                }
                try (HeapMutator mutator = new HeapMutator(new HeapOptions(1 << 20, 0, true, false))) {
                    mutator.silent = true;
                    run(mutator, steps);
                } catch (AssertionError | IllegalStateException noticed) {
                    lost++;
                }
            }
        }
        assertThat(lost).isPositive();
    }
}
