package org.asterism.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.asterism.assembly.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code asterism test}: every test of the checkout, unit and boot tests alike. */
@Command(
        name = "test",
        description = "Runs every test of the checkout by Maven: unit tests, differential tests, boot tests.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MAVEN-ARGUMENT", arity = "0..*", description = "handed to Maven, such as -pl service-fs -am")
    private List<String> arguments = List.of();

    @Unmatched
    private List<String> options = List.of();

    @Override
    public Integer call() throws RefusedException, IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "--batch-mode", "--no-transfer-progress", "verify"));
        command.addAll(options);
        command.addAll(arguments);
        ProcessBuilder maven = new ProcessBuilder(command).directory(Installation.find().home().toFile()).inheritIO();
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return maven.start().waitFor() == 0 ? ExitCode.OK : ExitCode.REFUSED;
    }
}
