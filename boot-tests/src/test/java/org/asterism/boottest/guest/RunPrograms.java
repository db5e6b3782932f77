package org.asterism.boottest.guest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The developer's fast path, behind {@code boot-tests/run}: runs programs on our kernel and shows how they differ from Linux. */
public final class RunPrograms {
    private static final String ARCH = "--arch";
    private static final String PATIENCE = "--patience=";
    private static final String STRESS = "--stress";
    private static final String SEED = "--stress=";
    /** Under stress everything is slow. */
    private static final int STRESSED_PATIENCE = 10;
    private static final Duration ASSEMBLY = Duration.ofMinutes(30);

    private RunPrograms() {}

    /**
     * Runs the named programs and sessions, or all of them. {@code --patience=SECONDS} is how long a program may be silent; other words
     * that begin with a dash go to {@code asterism run}; {@code --arch riscv64} runs everything on that architecture. {@code --stress} runs the
     * programs once under each of {@link StressModes}, all shell programs if none is named; {@code --stress=SEED} preempts elsewhere.
     *
     * @param arguments names of programs and sessions, and options with {@code =} (such as {@code --memory=128M})
     * @throws IOException if the launcher or a recording is missing
     * @throws InterruptedException if the waiting is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        List<String> options = new ArrayList<>();
        Duration patience = Duration.ofSeconds(40);
        GuestMachine machine = GuestMachine.X86_64;
        List<String> modes = List.of();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals(ARCH) && i + 1 < arguments.length) {
                machine = GuestMachine.named(arguments[++i]);
                continue;
            }
            if (argument.startsWith(PATIENCE)) {
                patience = Duration.ofSeconds(Long.parseLong(argument.substring(PATIENCE.length())));
                continue;
            }
            if (argument.equals(STRESS) || argument.startsWith(SEED)) {
                modes = StressModes.all(argument.equals(STRESS) ? 1 : Long.parseLong(argument.substring(SEED.length())));
                continue;
            }
            (argument.startsWith("-") ? options : names).add(argument);
        }
        options.addAll(machine.options());
        if (!modes.isEmpty()) {
            System.exit(stress(names, machine, options, patience.multipliedBy(STRESSED_PATIENCE), modes) ? 0 : 1);
        }
        GuestMachine chosenMachine = machine;
        List<String> sessions = new ArrayList<>(names.isEmpty() ? SessionScript.names() : names);
        sessions.retainAll(SessionScript.names());
        List<String> chosen = new ArrayList<>(names.isEmpty() ? Checkout.programs(machine) : names);
        chosen.removeAll(sessions);
        assemble(options);
        List<String> wrong = new ArrayList<>();
        new Batch(GuestTree.with("run", chosen, machine), options, patience).run(chosen, (name, outcome) -> show(name, outcome, chosenMachine, wrong));
        for (String name : sessions) {
            tell(name, SessionScript.verdict(name, GuestTree.with("run-sessions", List.of(), machine), machine), wrong);
        }
        int all = chosen.size() + sessions.size();
        System.out.println(all - wrong.size() + " of " + all + " as on Linux"
                + (wrong.isEmpty() ? "" : "; not: " + String.join(" ", wrong)));
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    /** Tells whether all programs did under all modes what they did on Linux. */
    private static boolean stress(List<String> names, GuestMachine machine, List<String> options, Duration patience, List<String> modes)
            throws IOException, InterruptedException {
        List<String> programs = names.isEmpty() ? Checkout.shellPrograms() : names;
        GuestTree tree = GuestTree.with("run", programs, machine);
        assemble(options);
        boolean right = true;
        for (String mode : modes) {
            List<String> wrong = new ArrayList<>();
            List<String> stressed = new ArrayList<>(options);
            stressed.add("--append=" + mode);
            new Batch(tree, stressed, patience).run(programs, (name, outcome) -> show(name, outcome, machine, wrong));
            System.out.println(mode + ": " + (programs.size() - wrong.size()) + " of " + programs.size() + " as on Linux"
                    + (wrong.isEmpty() ? "" : "; not: " + String.join(" ", wrong)));
            right &= wrong.isEmpty();
        }
        return right;
    }

    /** Boots once, so that the patience with programs is not spent on compiling the kernel. */
    private static void assemble(List<String> options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(options);
        arguments.addAll(List.of("--exec", "true"));
        Launch launch = Launch.of(ASSEMBLY, arguments);
        if (launch.exit() != 0) {
            System.err.println("run: no kernel to run programs on, exit code " + launch.exit() + "\n" + launch.error());
            System.exit(2);
        }
    }

    private static void show(String name, Outcome outcome, GuestMachine machine, List<String> wrong) {
        String verdict;
        try {
            verdict = outcome.verdict(Expectation.recorded(name).on(machine));
        } catch (IOException e) {
            verdict = e.getMessage();
        }
        tell(name, verdict, wrong);
    }

    private static void tell(String name, String verdict, List<String> wrong) {
        if (verdict.isEmpty()) {
            System.out.println("ok   " + name);
        } else {
            wrong.add(name);
            System.out.println("FAIL " + name);
            System.out.println(verdict.indent(5).stripTrailing());
        }
    }
}
