package org.asterism.language.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions of an image as {@code objdump} shows them. */
public final class MachineCode {
    private static final Pattern FUNCTION = Pattern.compile("[0-9a-f]+ <(.*)>:");
    private static final Pattern INSTRUCTION = Pattern.compile(" *[0-9a-f]+:\t([^#]*?) *(#.*)?");
    /** A call on RISC-V, whose comment says where to. */
    private static final String REGISTER_CALL = "jalr";
    /** Operands in a frame, on x86-64 and RISC-V. */
    private static final List<String> STACK = List.of("(%rbp)", "(%rsp)", "(sp)", "(s0)");
    /** How instructions begin that order accesses or make some without an operand in parentheses. */
    private static final List<String> OTHERS = List.of("mfence", "lock ", "xchg %r", "fence");
    private static final int SECONDS = 120;

    private final Map<String, List<String>> functions = new TreeMap<>();

    private MachineCode() {}

    /** Disassembles the image of a machine. */
    public static MachineCode of(Machine machine, Path elf) throws IOException {
        MachineCode code = new MachineCode();
        String text = HostProcess.run(List.of(machine.target().toolPrefix() + "objdump", "-d", "--no-show-raw-insn", elf.toString()), Map.of(), SECONDS).output();
        List<String> body = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher function = FUNCTION.matcher(line);
            Matcher instruction = INSTRUCTION.matcher(line);
            if (function.matches()) {
                body = new ArrayList<>();
                code.functions.put(function.group(1), body);
            } else if (instruction.matches()) {
                String shown = instruction.group(1).startsWith(REGISTER_CALL) ? instruction.group() : instruction.group(1);
                body.add(shown.replaceAll(" +", " "));
            }
        }
        return code;
    }

    /**
     * What a function does to memory besides its own stack, and fences, in the order of addresses.
     *
     * @throws IllegalArgumentException if not exactly one function has the part in its name
     */
    public List<String> memoryAccesses(String partOfName) {
        List<String> names = functions.keySet().stream().filter(name -> name.contains(partOfName) && !name.endsWith(".cold")).toList();
        if (names.size() != 1) {
            throw new IllegalArgumentException("functions with " + partOfName + " in their names: " + names + "; wanted one");
        }
        return functions.get(names.get(0)).stream().filter(MachineCode::touchesMemory).toList();
    }

    /** The instructions of functions of which one mentions something, a regular expression; parts that lie apart are left to their function. */
    public Map<String, List<String>> functionsWith(String part) {
        Map<String, List<String>> found = new TreeMap<>(functions);
        found.entrySet().removeIf(function -> function.getKey().endsWith(".cold") || indexOf(function.getValue(), part) < 0);
        return found;
    }

    /** The first instruction that mentions something, a regular expression; -1 if none does. */
    public static int indexOf(List<String> instructions, String part) {
        Pattern pattern = Pattern.compile(part);
        for (int i = 0; i < instructions.size(); i++) {
            if (pattern.matcher(instructions.get(i)).find()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean touchesMemory(String instruction) {
        boolean operand = instruction.contains("(") && !instruction.startsWith("lea") && !instruction.startsWith("nop")
                && STACK.stream().noneMatch(instruction::contains);
        return operand && !instruction.contains(REGISTER_CALL) || OTHERS.stream().anyMatch(instruction::startsWith);
    }
}
