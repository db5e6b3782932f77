package org.asterism.aot.emit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.asterism.aot.Optimization;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.flow.Value;
import org.asterism.aot.reach.RuntimeEntry;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The state of emitting one function: text, variables, and the cold blocks behind the body. */
final class FunctionContext {
    private final Image image;
    private final Unit unit;
    private final JavaMethod method;
    private final MethodFlow flow;
    private final InsnList instructions;
    private final String file;
    private final StringBuilder body = new StringBuilder();
    private final Set<String> named = new HashSet<>();
    private final Set<String> variables = new TreeSet<>();
    private final Map<List<TryCatchBlockNode>, Integer> regions = new LinkedHashMap<>();
    private final Set<Integer> usedRegions = new TreeSet<>();
    private final Map<String, String> coldBlocks = new LinkedHashMap<>();
    private final StringBuilder coldText = new StringBuilder();
    private final boolean repeated;
    private KnownObjects known = KnownObjects.NONE;
    private String labelPrefix = "L";
    private int temporaries;
    private int line;
    private boolean floating;

    /**
     * The beginning of a function.
     *
     * @param repeated whether it is a body that a loop repeats, rather than the method's own function
     */
    FunctionContext(Image image, Unit unit, JavaMethod method, MethodFlow flow, boolean repeated) {
        this.image = image;
        this.repeated = repeated;
        this.unit = unit;
        this.method = method;
        this.flow = flow;
        this.instructions = method.node().instructions;
        this.line = SourceFiles.firstLine(method);
        this.file = " \"" + SourceFiles.path(method.owner()) + "\"\n";
        body.append(directive(line));
    }

    Image image() {
        return image;
    }

    Unit unit() {
        return unit;
    }

    JavaMethod method() {
        return method;
    }

    MethodFlow flow() {
        return flow;
    }

    Frame frame(AbstractInsnNode instruction) {
        return flow.before(instruction);
    }

    /** Whether calls may come back to this function from inside it. */
    boolean isRecursive() {
        return !repeated && image.effects().recursive().contains(method);
    }

    KnownObjects known() {
        return known;
    }

    /** Begins the body, or begins it again for other known objects. */
    void begin(String labels, KnownObjects objects) {
        labelPrefix = labels;
        known = objects;
    }

    /** Adds a statement. All statements of a Java line stay on one line of C, for each end of a line counts one up. */
    void line(String statement) {
        body.append(statement).append(' ');
    }

    /** Starts the text of another source line. */
    void sourceLine(int number) {
        if (number != line) {
            line = number;
            body.append('\n').append(directive(number));
        }
    }

    int currentLine() {
        return line;
    }

    /** Names the file each time: gcc gives wrong lines to some calls that it inlines if it may take the file for the same. */
    private String directive(int number) {
        return "#line " + Math.max(1, number) + file;
    }

    /** The variable of the entry that is some places below the top of the stack. */
    String top(Frame frame, int below) {
        return stack(frame.depth() - 1 - below, frame.top(below).kind());
    }

    /** The variable of a stack position for values of a kind. */
    String stack(int position, char kind) {
        return variable("s" + position + kind, kind);
    }

    String local(int index, char kind) {
        return variable("l" + index + kind, kind);
    }

    /** Declares a variable for values of a kind and returns its name. */
    String variable(String name, char kind) {
        if (named.add(name)) {
            variables.add(Kinds.cType(kind) + " " + name + ";");
        }
        return name;
    }

    /** The variable that keeps what an instruction has loaded from a final field. */
    String loaded(AbstractInsnNode origin, char kind) {
        return variable("f" + instructions.indexOf(origin) + kind, kind);
    }

    /** A fresh variable of a C type. */
    String temporary(String type) {
        String name = "t" + temporaries++;
        variables.add(type + " " + name + ";");
        return name;
    }

    /** Notes that the body computes in floating-point registers. */
    void useFloating() {
        floating = true;
    }

    boolean isFloating() {
        return floating;
    }

    String label(LabelNode label) {
        return labelPrefix + instructions.indexOf(label);
    }

    /** The label to jump to with an exception in {@code exception}. */
    String unwind(AbstractInsnNode at) {
        int region = region(at);
        usedRegions.add(region);
        return "unwind_" + region;
    }

    private int region(AbstractInsnNode at) {
        List<TryCatchBlockNode> reached = flow.handlers(at).stream().filter(block -> flow.isReached(block.handler)).toList();
        return regions.computeIfAbsent(reached, handlers -> regions.size());
    }

    /** The label of a cold block that throws a new exception; blocks are shared within a source line and region. */
    String throwing(RuntimeEntry entry, String arguments, AbstractInsnNode at) {
        String key = entry + "(" + arguments + ")@" + line + "/" + region(at);
        String known = coldBlocks.get(key);
        if (known == null) {
            known = "throw_" + coldBlocks.size();
            coldBlocks.put(key, known);
            coldText.append(directive(line)).append(known).append(": ")
                    .append(ExceptionConvention.make(unit, image, entry, arguments)).append(" goto ")
                    .append(unwind(at)).append(";\n");
        }
        return known;
    }

    void nullCheck(Value value, String variable, AbstractInsnNode at) {
        if (!value.isNonNull() || !image.optimizations().include(Optimization.NULL_CHECK_ELIMINATION)) {
            line("if (UNLIKELY(" + variable + " == 0)) goto " + throwing(RuntimeEntry.NULL_POINTER, "", at) + ";");
        }
    }

    /** The C string of the symbol of a class record. */
    String record(JavaClass type) {
        return unit.data(image.names().record(type));
    }

    /** The whole function. */
    String finish(String signature, String prologue, String exceptionalExit) {
        StringBuilder text = new StringBuilder();
        String unwinding = unwindBlocks();
        text.append(directive(SourceFiles.firstLine(method)));
        text.append(floating ? "FLOATING " : "").append(signature).append(" {\n");
        variables.forEach(variable -> text.append("    ").append(variable).append('\n'));
        text.append("    ref exception;\n");
        text.append(floating ? "    FLOATING_REGION;\n" : "");
        text.append(prologue).append(body).append('\n').append(coldText).append(unwinding);
        if (unwinding.contains("goto leave;")) {
            text.append("leave:\n").append(exceptionalExit);
        }
        return text.append("}\n").toString();
    }

    private String unwindBlocks() {
        StringBuilder text = new StringBuilder();
        regions.forEach((handlers, region) -> {
            if (usedRegions.contains(region)) {
                text.append("unwind_").append(region).append(":\n").append(unwindBlock(handlers));
            }
        });
        return text.toString();
    }

    private String unwindBlock(List<TryCatchBlockNode> handlers) {
        StringBuilder text = new StringBuilder();
        for (TryCatchBlockNode block : handlers) {
            String jump = stack(0, 'a') + " = exception; goto " + label(block.handler) + ";";
            String condition = catches(block);
            if (condition == null) {
                return text.append("    ").append(jump).append('\n').toString();
            }
            if (!condition.equals("0")) {
                text.append("    if (").append(condition).append(") { ").append(jump).append(" }\n");
            }
        }
        return text.append("    goto leave;\n").toString();
    }

    private String catches(TryCatchBlockNode block) {
        if (block.type == null || block.type.equals("java/lang/Throwable")) {
            return null;
        }
        JavaClass type = image.world().load(method.owner().bundle(), block.type);
        return TypeTestEmitter.test(this, "CLASS_OF(exception)", type);
    }
}
