package org.asterism.aot.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What assembly takes of the stack: every push between a global label and the next counts, wherever it branches, and pops do not. Too much
 * rather than too little.
 */
public final class AssemblyFrames {
    private static final int WORD = 8;
    private static final int ALIGNMENT = 16;
    private static final Pattern GLOBAL = Pattern.compile("\\.globa?l\\s+(\\w+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+):.*");
    private static final Pattern CONSTANT = Pattern.compile("\\.set\\s+(\\w+),\\s*(\\d+)");
    private static final Pattern RESERVED = Pattern.compile("(?:subq\\s+\\$(\\w+), %rsp|addi\\s+sp, sp, -(\\w+)).*");
    private static final Pattern CALL = Pattern.compile("(?:call|jmp|j|tail)\\s+(\\w+).*");

    private final Map<String, Function> functions = new TreeMap<>();

    /**
     * A global label and what follows it.
     *
     * @param bytes of stack, the return address included
     * @param calls symbols it calls or jumps to
     */
    public record Function(int bytes, List<String> calls) {
    }

    /** Adds the functions of a source, of any architecture; what comes with a call counts on all. */
    void add(String source) {
        Map<String, Integer> named = new HashMap<>();
        List<String> globals = new ArrayList<>();
        String macro = null;
        String function = null;
        for (String raw : source.split("\n")) {
            String line = raw.replaceFirst("/\\*.*?(\\*/|$)", "").replaceFirst("^\\d+:", "").strip();
            Matcher global = GLOBAL.matcher(line);
            Matcher constant = CONSTANT.matcher(line);
            if (line.startsWith(".macro ")) {
                macro = line.split("\\s+")[1];
                named.put(macro, 0);
            } else if (line.equals(".endm")) {
                macro = null;
            } else if (macro != null) {
                named.merge(macro, pushed(line, named), Integer::sum);
            } else if (constant.matches()) {
                named.put(constant.group(1), Integer.valueOf(constant.group(2)));
            } else if (global.matches()) {
                globals.add(global.group(1));
            } else if (line.startsWith("FUNCTION ")) {
                function = line.split("\\s+")[1];
                functions.put(function, new Function(WORD, new ArrayList<>()));
            } else {
                Matcher label = LABEL.matcher(line);
                if (label.matches() && globals.contains(label.group(1))) {
                    function = label.group(1);
                    functions.put(function, new Function(WORD, new ArrayList<>()));
                } else if (function != null) {
                    extend(function, line, named);
                }
            }
        }
    }

    private void extend(String name, String line, Map<String, Integer> named) {
        Function known = functions.get(name);
        Matcher call = CALL.matcher(line);
        if (call.matches()) {
            known.calls().add(call.group(1));
        }
        int more = pushed(line, named);
        if (line.startsWith("call")) {
            more += WORD;
        }
        functions.put(name, new Function(known.bytes() + more, known.calls()));
    }

    private static int pushed(String line, Map<String, Integer> named) {
        Matcher reserved = RESERVED.matcher(line);
        if (reserved.matches()) {
            return bytes(reserved.group(1) == null ? reserved.group(2) : reserved.group(1), line, named);
        }
        if (line.startsWith("push")) {
            return WORD;
        }
        if (line.startsWith("andq") && line.contains("%rsp")) {
            return ALIGNMENT;
        }
        return named.getOrDefault(line.split("\\s+")[0], 0);
    }

    private static int bytes(String amount, String line, Map<String, Integer> named) {
        if (amount.matches("\\d+")) {
            return Integer.parseInt(amount);
        }
        if (!named.containsKey(amount)) {
            throw new BuildException("assembly takes an unknown part of the stack: " + line + "; give " + amount + " a number with .set");
        }
        return named.get(amount);
    }

    /** The most that assembly which calls a symbol has taken. */
    public int bytesOfCallers(String symbol) {
        return functions.values().stream().filter(function -> function.calls().contains(symbol)).mapToInt(Function::bytes).max().orElse(0);
    }

    /** The function of a symbol, or null. */
    public Function function(String symbol) {
        return functions.get(symbol);
    }
}
