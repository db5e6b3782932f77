package org.asterism.boottest.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A session at a terminal, as a list of steps read from {@code sessions/NAME.session}: {@code wait "text"} until the terminal has
 * shown the text after what was last waited for (every line end counts as one newline), {@code type "text"}, {@code pause MILLISECONDS}, and
 * {@code keys "text"}, which types one byte after the other, each when the terminal has answered the one before: full-screen programs draw
 * less while more input is waiting, so what they draw between two keys of one {@code type} is a matter of speed. A shell's prompt ends with
 * {@code \e[6n}, which is not shown when something was typed before: all of it is waited for. Escapes are {@code \r \n \t \b \e \" \\
 * \xHH}; {@code #} begins a comment.
 */
public final class SessionScript {
    /** One step. */
    private sealed interface Step {
        record Wait(String text) implements Step {}

        record Type(String text) implements Step {}

        record Keys(String text) implements Step {}

        record Pause(Duration time) implements Step {}
    }

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Step> steps;

    private SessionScript(List<Step> steps) {
        this.steps = steps;
    }

    /**
     * Reads a session.
     *
     * @param name its name without extension
     * @return the session
     * @throws IOException if it cannot be read, or a line is none of the four steps
     */
    public static SessionScript read(String name) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (String line : Files.readAllLines(folder().resolve(name + ".session"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                steps.add(step(name, line));
            }
        }
        return new SessionScript(steps);
    }

    /**
     * The names of all sessions.
     *
     * @return names without extension, sorted
     * @throws IOException if the folder cannot be read
     */
    public static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".session"))
                    .map(file -> file.substring(0, file.length() - ".session".length()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Where sessions and their recorded transcripts are.
     *
     * @return an absolute path
     */
    public static Path folder() {
        return Checkout.bootTests().resolve("src/test/resources/sessions");
    }

    private static Step step(String name, String line) throws IOException {
        int space = line.indexOf(' ');
        String argument = line.substring(space + 1).strip();
        switch (line.substring(0, Math.max(space, 0))) {
            case "wait":
                return new Step.Wait(unescape(argument));
            case "type":
                return new Step.Type(unescape(argument));
            case "keys":
                return new Step.Keys(unescape(argument));
            case "pause":
                return new Step.Pause(Duration.ofMillis(Long.parseLong(argument)));
            default:
                throw new IOException(name + ".session: '" + line + "' is none of: wait \"text\", type \"text\", keys \"text\", pause MILLISECONDS");
        }
    }

    private static String unescape(String quoted) throws IOException {
        if (quoted.length() < 2 || !quoted.startsWith("\"") || !quoted.endsWith("\"")) {
            throw new IOException("text must be in double quotes: " + quoted);
        }
        StringBuilder text = new StringBuilder();
        for (int at = 1; at < quoted.length() - 1; at++) {
            char c = quoted.charAt(at);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = quoted.charAt(++at);
            switch (escape) {
                case 'r' -> text.append('\r');
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'b' -> text.append('\b');
                case 'e' -> text.append('\u001b');
                case 'x' -> {
                    text.append((char) Integer.parseInt(quoted.substring(at + 1, at + 3), 16));
                    at += 2;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }

    /**
     * Plays a session on our kernel and compares with what Linux showed.
     *
     * @param name its name without extension
     * @param tree the root file system
     * @param machine that it is for
     * @return a readable account of what is wrong, empty if nothing is
     * @throws IOException if there is no such session or recording, or the launcher cannot be started
     * @throws InterruptedException if the waiting is interrupted
     */
    public static String verdict(String name, GuestTree tree, GuestMachine machine) throws IOException, InterruptedException {
        String recorded = Files.readString(folder().resolve(name + ".transcript"), StandardCharsets.ISO_8859_1);
        SessionScript script = read(name);
        try (Terminal terminal = new Terminal(Terminal.asterism(tree, machine))) {
            String shown = script.play(terminal);
            terminal.leaveShell(PATIENCE);
            return new Expectation(recorded, "", 0).differences(new Expectation(shown, "", 0));
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /**
     * Plays the session.
     *
     * @param terminal where
     * @return everything the terminal showed from the first thing waited for to the last
     * @throws IOException if something waited for never came, with what came instead, or the terminal is gone
     * @throws InterruptedException if the waiting is interrupted
     */
    public String play(Terminal terminal) throws IOException, InterruptedException {
        int start = -1;
        for (Step step : steps) {
            if (step instanceof Step.Wait wait) {
                int found = terminal.await(wait.text().replace("\r\n", "\n"), PATIENCE);
                start = start < 0 ? found : start;
            } else if (step instanceof Step.Type type) {
                terminal.type(type.text().getBytes(StandardCharsets.ISO_8859_1));
            } else if (step instanceof Step.Keys keys) {
                for (byte key : keys.text().getBytes(StandardCharsets.ISO_8859_1)) {
                    terminal.press(key, PATIENCE);
                }
            } else if (step instanceof Step.Pause pause) {
                Thread.sleep(pause.time().toMillis());
            }
        }
        return terminal.shown(start);
    }
}
