package org.asterism.cli;

import java.io.PrintWriter;
import java.util.Set;
import org.asterism.assembly.NearestName;
import org.asterism.assembly.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Entry of the command line tool. */
@Command(
        name = "asterism",
        description = "Assembles kernels in Java from bundles, and boots them.",
        mixinStandardHelpOptions = true,
        version = "asterism 1.0.0",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all went well",
            "1:the input was refused, or a test failed; diff: the locks differ",
            "2:the command line was wrong",
            "124:run: the time given by --timeout was up",
            "125:run: the kernel could not be assembled or started, or died"
        },
        subcommands = {RunCommand.class, HostCommand.class, AssembleCommand.class, InspectCommand.class, ResolveCommand.class, TreeCommand.class,
            WhyCommand.class, SizeCommand.class, CompareCommand.class, SyscallsCommand.class, DiffCommand.class,
            LicencesCommand.class, BaselineCommand.class, NewCommand.class, InstallCommand.class, BenchCommand.class, TestCommand.class})
public final class Asterism implements Runnable {
    /** Letters that slip in typing one word. */
    private static final int MOST_SLIPS = 2;

    @Spec
    private CommandSpec spec;

    /** For picocli. */
    public Asterism() {}

    /**
     * Runs one command and exits.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /**
     * Runs one command.
     *
     * @param arguments the command line
     * @return its exit code
     */
    public static int execute(String... arguments) {
        CommandLine commandLine = commandLine();
        CommandLine.IParameterExceptionHandler usual = commandLine.getParameterExceptionHandler();
        return commandLine
                .setParameterExceptionHandler((failure, all) -> failure instanceof CommandLine.UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
                        && failure.getCommandLine().getParent() == null ? unknownCommand(unmatched) : usual.handleParseException(failure, all))
                .setExecutionExceptionHandler(Asterism::report)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    /** The commands; what {@code test} does not know is Maven's. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Asterism());
        commandLine.getSubcommands().get("test").setUnmatchedOptionsArePositionalParams(true);
        return commandLine;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command: " + String.join(", ", spec.subcommands().keySet()));
    }

    private static int unknownCommand(CommandLine.UnmatchedArgumentException unmatched) {
        CommandLine command = unmatched.getCommandLine();
        String word = unmatched.getUnmatched().get(0);
        Set<String> commands = command.getSubcommands().keySet();
        command.getErr().println("asterism: '" + word + "' is no command; " + NearestName.of(word, commands)
                .filter(name -> NearestName.distance(name, word) <= MOST_SLIPS).map(name -> "nearest is " + name)
                .orElse("commands are " + String.join(", ", commands)));
        return ExitCode.USAGE;
    }

    private static int report(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter error = command.getErr();
        if (failure instanceof RefusedException refused) {
            refused.reasons().forEach(reason -> error.println("asterism: " + reason));
        } else if (failure instanceof java.io.IOException) {
            error.println("asterism: " + describe(failure));
        } else {
            error.println("asterism: internal error, please report it with what follows");
            failure.printStackTrace(error);
        }
        error.flush();
        return command.getCommandSpec().name().equals("run") ? ExitCode.FAILED : ExitCode.REFUSED;
    }

    /** The JDK's file exceptions have nothing but the file's name for a message. */
    private static String describe(Exception failure) {
        String kind = failure.getClass().getSimpleName();
        return switch (kind) {
            case "IOException" -> failure.getMessage();
            case "NoSuchFileException" -> failure.getMessage() + ": no such file or folder, and none can be made there";
            case "AccessDeniedException" -> failure.getMessage() + ": permission denied";
            case "FileAlreadyExistsException" -> failure.getMessage() + ": exists, and is no folder";
            default -> failure.getMessage() + " (" + kind.replace("Exception", "") + ")";
        };
    }
}
