package org.asterism.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code asterism bench}: measurements, each printed with what it is compared with. */
@Command(
        name = "bench",
        description = "Measures, and prints figures.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = {BenchLanguageCommand.class, BenchCollectorCommand.class})
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(),
                "name what to measure: " + String.join(", ", spec.subcommands().keySet()));
    }
}
