package org.asterism.host.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.X86SyscallNumbers;
import org.asterism.ostd.host.UserProcessor;

/**
 * System calls that a program makes one after the other, written as {@code open "/etc/hosts" 0; read $1 @ 4096; write 1 @ $2}: numbers, texts, results of
 * earlier calls by their place from 1, and {@code @} for a buffer of a page.
 */
final class SyscallScript {
    static final int BUFFER_BYTES = 4096;
    private static final int ARGUMENTS = 6;
    private static final int RADIX_PREFIX = 2;

    private final List<Call> calls = new ArrayList<>();
    private final List<Long> results = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int status;

    private record Call(String name, int number, List<String> words) {
    }

    /** Parses; what is wrong throws IllegalArgumentException and says what. */
    static SyscallScript parse(String text) {
        SyscallScript script = new SyscallScript();
        for (List<String> words : statements(text)) {
            int number = X86SyscallNumbers.number(words.get(0));
            if (number < 0) {
                throw new IllegalArgumentException("no system call is called '" + words.get(0) + "'; see the names that 'syscalls' lists");
            }
            if (words.size() > ARGUMENTS + 1) {
                throw new IllegalArgumentException(words.get(0) + " has " + (words.size() - 1) + " arguments; at most 6 are possible");
            }
            Call call = new Call(words.get(0), number, words.subList(1, words.size()));
            call.words().forEach(word -> script.check(word));
            script.calls.add(call);
        }
        if (script.calls.isEmpty()) {
            throw new IllegalArgumentException("an empty script; write calls such as: getpid; write 1 \"hello\\n\" 6");
        }
        return script;
    }

    private static List<List<String>> statements(String text) {
        List<List<String>> statements = new ArrayList<>();
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char character = i < text.length() ? text.charAt(i) : ';';
            if (character == '"' && i < text.length()) {
                quoted = !quoted;
                word.append(character);
            } else if (quoted && i < text.length()) {
                word.append(character == '\\' && i + 1 < text.length() ? escaped(text.charAt(++i)) : character);
            } else if (Character.isWhitespace(character) || character == ';') {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                if (character == ';' && !words.isEmpty()) {
                    statements.add(words);
                    words = new ArrayList<>();
                }
            } else {
                word.append(character);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a text lacks its closing quote: " + text);
        }
        return statements;
    }

    private static char escaped(char character) {
        return switch (character) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '0' -> '\0';
            default -> character;
        };
    }

    private void check(String word) {
        if (word.startsWith("$")) {
            long place = number(word.substring(1));
            if (place < 1 || place > calls.size()) {
                throw new IllegalArgumentException(word + " is no earlier call; there are " + calls.size() + " before it");
            }
        } else if (!word.startsWith("\"") && !word.equals("@")) {
            number(word);
        }
    }

    private static long number(String word) {
        try {
            boolean negative = word.startsWith("-");
            String digits = negative ? word.substring(1) : word;
            long value = digits.startsWith("0x") ? Long.parseUnsignedLong(digits.substring(RADIX_PREFIX), 16) : Long.parseLong(digits);
            return negative ? -value : value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + word + "' is no argument; write a number, \"text\", $ and the place of an earlier call, or @", e);
        }
    }

    int size() {
        return calls.size();
    }

    /** Notes what a call returned; may be told twice, because instructions that fault are repeated. */
    void returned(int index, long result) {
        if (index == results.size()) {
            results.add(result);
        }
    }

    /** Makes one call; texts go into memory from an address on. */
    void make(int index, UserProcessor processor, long texts, long buffer) {
        Call call = calls.get(index);
        long[] arguments = new long[call.words().size()];
        long next = texts;
        for (int i = 0; i < arguments.length; i++) {
            String word = call.words().get(i);
            if (word.startsWith("\"")) {
                arguments[i] = next;
                for (char character : word.substring(1, word.length() - 1).toCharArray()) {
                    processor.store(next++, character);
                }
                processor.store(next++, 0);
            } else {
                arguments[i] = word.equals("@") ? buffer
                        : word.startsWith("$") ? results.get((int) number(word.substring(1)) - 1) : number(word);
            }
        }
        processor.syscall(call.number(), arguments);
    }

    void end(int waitStatus) {
        status = waitStatus;
        ended.countDown();
    }

    /** Waits until the program has ended and been waited for. */
    boolean awaitEnd(long seconds) throws InterruptedException {
        return ended.await(seconds, TimeUnit.SECONDS);
    }

    /** As a shell tells it: 128 and the signal's number for an end by a signal. */
    int exitCode() {
        return (status & 0x7f) == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f);
    }

    /** One line a call that returned. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            long result = results.get(i);
            lines.add(calls.get(i).name() + " = " + result + (result < 0 ? " " + errorName(result) : ""));
        }
        return lines;
    }

    private static String errorName(long result) {
        for (Errno errno : Errno.values()) {
            if (errno.number() == -result) {
                return errno.name();
            }
        }
        return "";
    }
}
