package org.asterism.aot.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.asterism.aot.TestWorld;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.junit.jupiter.api.Test;

/** The deepest way through small call graphs. */
class DepthTest {
    /** Its methods stand for any; what they call is said by each test. */
    @SuppressWarnings("unused")
    private static final class Methods {
        void a() { }

        void b() { }

        void c() { }

        void d() { }

        void overflow() { }
    }

    private static final Map<String, Integer> FRAMES = Map.of("a", 10, "b", 20, "c", 40, "d", 80, "overflow", 1000);

    private final JavaClass owner = new TestWorld().load(Methods.class);
    private final Map<JavaMethod, Calls.Callees> calls = new HashMap<>();
    private final Set<String> checked = new HashSet<>();
    private final Set<String> reserve = new HashSet<>();
    private String preemptionOff = "";
    private String preemptionOn = "";
    private final Map<String, Integer> bounded = new HashMap<>();
    private final Map<JavaMethod, Integer> asked = new HashMap<>();
    private final Depth depth = new Depth(this::ask, method -> method.owner() == owner ? FRAMES.get(method.name()) : 1, new Depth.Rules() {
        @Override
        public boolean isChecked(JavaMethod method) {
            return checked.contains(method.name());
        }

        @Override
        public boolean opensReserve(JavaMethod method) {
            return reserve.contains(method.name());
        }

        @Override
        public boolean keepsPreemptionOff(JavaMethod method) {
            return method.name().equals(preemptionOff);
        }

        @Override
        public boolean needsPreemption(JavaMethod method) {
            return method.name().equals(preemptionOn);
        }

        @Override
        public int mostOnStack(JavaMethod method) {
            return bounded.getOrDefault(method.name(), 0);
        }

        @Override
        public JavaMethod overflow() {
            return method("overflow");
        }
    });

    private Calls.Callees ask(JavaMethod method) {
        asked.merge(method, 1, Integer::sum);
        return calls.getOrDefault(method, new Calls.Callees(Set.of(), Set.of()));
    }

    private JavaMethod method(String name) {
        return owner.method(name, "()V");
    }

    private void call(String caller, String... callees) {
        for (String callee : callees) {
            callees(caller).usual().add(method(callee));
        }
    }

    private Calls.Callees callees(String caller) {
        return calls.computeIfAbsent(method(caller), key -> new Calls.Callees(new LinkedHashSet<>(), new LinkedHashSet<>()));
    }

    @Test
    void theDeepestWayIsFoundWithItsFrames() {
        call("a", "b", "c");
        call("b", "c");
        assertThat(depth.from(method("a")).bytes()).isEqualTo(10 + 20 + 40);
        assertThat(depth.from(method("a")).lines()).extracting(line -> line.split(" ")[0]).containsExactly("10", "20", "40");
    }

    @Test
    void aWayEndsWhereAComparisonFails() {
        checked.addAll(List.of("b"));
        call("a", "b");
        call("b", "d", "b");
        assertThat(depth.from(method("a")).bytes()).isEqualTo(10 + 20 + 1000);
        assertThat(depth.from(method("b")).bytes()).isEqualTo(20 + 20 + 1000);
        assertThat(depth.cycles()).isEmpty();
    }

    @Test
    void aCycleWithoutComparisonIsTold() {
        call("a", "b");
        call("b", "c");
        call("c", "b");
        depth.from(method("a"));
        assertThat(depth.cycles()).singleElement().satisfies(cycle -> assertThat(cycle).hasSize(2));
    }

    @Test
    void comparisonsAreSwitchedOffInTheReserve() {
        checked.add("b");
        reserve.add("a");
        call("a", "b");
        call("b", "c");
        assertThat(depth.from(method("a")).bytes()).isEqualTo(10 + 20 + 40);
    }

    @Test
    void whatIsPutOffIsNotDoneWherePreemptionStaysOff() {
        preemptionOff = "b";
        preemptionOn = "d";
        call("a", "b", "c");
        call("b", "c");
        call("c", "d");
        assertThat(depth.from(method("a")).bytes()).isEqualTo(10 + 40 + 80);
        assertThat(depth.from(method("b")).bytes()).isEqualTo(20 + 40);
    }

    @Test
    void boundedRecursionIsTakenToItsBound() {
        bounded.put("b", 3);
        call("a", "b");
        call("b", "b", "c");
        assertThat(depth.from(method("a")).bytes()).isEqualTo(10 + 3 * 20 + 40);
        assertThat(depth.cycles()).isEmpty();
    }

    @Test
    void boundedMethodsOfOneCycleAreTakenToTheSumOfTheirBounds() {
        bounded.put("b", 2);
        bounded.put("c", 3);
        call("a", "b");
        call("b", "c", "d");
        call("c", "b");
        Chain chain = depth.from(method("a"));
        assertThat(chain.bytes()).isEqualTo(10 + 2 * 20 + 3 * 40 + 80);
        assertThat(chain.lines()).anySatisfy(line -> assertThat(line).startsWith("120 ").endsWith(" (3 times)"));
        assertThat(depth.cycles()).isEmpty();
    }

    @Test
    void whatIsActiveOnceIsNotEnteredAgainOnTheWayOfABug() {
        bounded.put("b", 1);
        call("a", "b");
        callees("b").bugs().add(method("c"));
        call("c", "b", "d");
        assertThat(depth.from(method("a")).bytes()).isEqualTo(10 + 20 + 40 + 80);
        assertThat(depth.cycles()).isEmpty();
    }

    @Test
    void aCycleBesideBoundedRecursionIsTold() {
        bounded.put("b", 2);
        call("b", "c");
        call("c", "d", "b");
        call("d", "c");
        depth.from(method("b"));
        assertThat(depth.cycles()).singleElement().satisfies(cycle -> assertThat(cycle).hasSize(2));
    }

    /** Each method calls ten of the next layer, in two ways: 20 to the power of 20 ways. */
    @Test
    void methodsAreVisitedOnceHoweverManyWaysLeadToThem() {
        int width = 30;
        int layers = 20;
        List<JavaMethod> methods = new ArrayList<>();
        TestWorld world = new TestWorld();
        Stream.of(Arrays.class, Collections.class, Character.class, String.class, Math.class, StrictMath.class, Long.class, Integer.class)
                .forEach(type -> world.load(type).methods().forEach(methods::add));
        assertThat(methods).hasSizeGreaterThan(layers * width);
        for (int i = 0; i < (layers - 1) * width; i++) {
            Set<JavaMethod> next = new LinkedHashSet<>();
            for (int step = 0; step < 10; step++) {
                next.add(methods.get((i / width + 1) * width + (i + step) % width));
            }
            calls.put(methods.get(i), new Calls.Callees(next, next));
        }
        assertThat(depth.from(methods.get(0)).bytes()).isEqualTo(layers);
        assertThat(asked.values()).allMatch(times -> times <= 2);
    }

    @Test
    void aWayTurnsToTheReportOfABugOnce() {
        call("a", "b");
        callees("b").bugs().add(method("c"));
        callees("c").bugs().add(method("d"));
        assertThat(depth.from(method("a")).bytes()).isEqualTo(10 + 20 + 40);
        assertThat(depth.withoutBugs(method("a")).bytes()).isEqualTo(10 + 20);
        assertThat(depth.from(method("c")).bytes()).isEqualTo(40 + 80);
    }
}
