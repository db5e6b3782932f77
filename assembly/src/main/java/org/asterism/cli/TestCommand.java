package org.asterism.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.asterism.assembly.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code asterism test}: every test of the checkout, unit and boot tests alike. */
@Command(
        name = "test",
        description = "Runs every test of the checkout by Maven: unit tests, differential tests, boot tests.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    /** In order, options that only Maven knows among them. */
    @Parameters(paramLabel = "MAVEN-ARGUMENT", arity = "0..*", description = "handed to Maven, such as -pl service-fs -am")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws RefusedException, IOException, InterruptedException {
        ProcessBuilder maven = new ProcessBuilder(mavenCommand()).directory(Installation.find().home().toFile()).inheritIO();
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return maven.start().waitFor() == 0 ? ExitCode.OK : ExitCode.REFUSED;
    }

    /** What is run. */
    List<String> mavenCommand() {
        List<String> command = new ArrayList<>(List.of("mvn", "--batch-mode", "--no-transfer-progress", "verify"));
        command.addAll(arguments);
        return command;
    }
}
