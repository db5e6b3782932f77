package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asterism.boottest.guest.Batch;
import org.asterism.boottest.guest.Expectation;
import org.asterism.boottest.guest.GuestTree;
import org.asterism.boottest.guest.Launch;
import org.asterism.boottest.guest.Outcome;
import org.asterism.boottest.guest.StressModes;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Programs do what they did on Linux while the kernel collects all the time, overwrites what it frees and checks what it marks. */
class CollectorStressIT {
    private static final List<String> PROGRAMS = List.of("pipelines", "command-substitution", "background-jobs", "pipes", "signal-delivery",
            "fork-vfork-clone", "memory-mappings", "directories");

    @TestFactory
    Stream<DynamicContainer> programsDoWhatTheyDidOnLinuxUnderStress() throws IOException, InterruptedException {
        GuestTree tree = GuestTree.with("collector-stress", PROGRAMS);
        return StressModes.COLLECTOR.stream().map(mode -> DynamicContainer.dynamicContainer(mode, programs(tree, mode)));
    }

    private static Stream<DynamicTest> programs(GuestTree tree, String mode) {
        Map<String, Outcome> outcomes;
        try {
            outcomes = new Batch(tree, List.of("--append=" + mode), Launch.PATIENCE).run(PROGRAMS, (name, outcome) -> { });
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the machine could not be run with " + mode, e);
        }
        return PROGRAMS.stream().map(name -> dynamicTest(name,
                () -> assertThat(outcomes.get(name).verdict(Expectation.recorded(name))).as(name + " with " + mode).isEmpty()));
    }
}
