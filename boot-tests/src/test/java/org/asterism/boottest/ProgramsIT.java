package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asterism.boottest.guest.Batch;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.Expectation;
import org.asterism.boottest.guest.GuestMachine;
import org.asterism.boottest.guest.GuestTree;
import org.asterism.boottest.guest.Launch;
import org.asterism.boottest.guest.Outcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every shell program and every C program does what it did on Linux: output, errors and exit code. */
class ProgramsIT {
    @TestFactory
    Stream<DynamicTest> programsDoWhatTheyDidOnLinux() throws IOException, InterruptedException {
        List<String> names = Checkout.programs(GuestMachine.X86_64);
        Map<String, Outcome> outcomes = new Batch(GuestTree.with("tests", names), List.of(), Launch.PATIENCE).run(names, (name, outcome) -> { });
        return names.stream().map(name -> dynamicTest(name, source(name),
                () -> assertThat(outcomes.get(name).verdict(Expectation.recorded(name))).as(name).isEmpty()));
    }

    private static URI source(String name) {
        Path script = Checkout.bootTests().resolve("src/test/resources/programs/" + name + ".sh");
        return (Files.exists(script) ? script : Checkout.bootTests().resolve("src/test/c/" + name + ".c")).toUri();
    }
}
