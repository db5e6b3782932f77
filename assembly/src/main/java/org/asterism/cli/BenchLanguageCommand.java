package org.asterism.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.asterism.assembly.Progress;
import org.asterism.assembly.RefusedException;
import org.asterism.measure.LanguageBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code asterism bench lang}: compiled Java beside HotSpot and C. */
@Command(
        name = "lang",
        description = "Times calls, arrays, collections, allocation, exceptions, locks and streams on HotSpot (warm), as a"
                + " native process, and in hand-written C. Every run computes a checksum; if the three differ, that is an error.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BenchLanguageCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ITEM", arity = "0..*", description = "what to measure (default: everything)")
    private List<String> items = List.of();

    @Option(names = "--repetitions", paramLabel = "N", defaultValue = "15",
            description = "how often each item is timed (default: ${DEFAULT-VALUE})")
    private int repetitions;

    @Option(names = "--instructions", description = "also count machine instructions, by valgrind; takes a minute or two more")
    private boolean instructions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws RefusedException, IOException {
        if (repetitions < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--repetitions " + repetitions + ": must be at least 1");
        }
        Installation installation = Installation.find();
        new LanguageBenchmark(installation.modules(), installation.cache(), repetitions, instructions, Progress.to(System.err))
                .run(items, System.out);
        return ExitCode.OK;
    }
}
