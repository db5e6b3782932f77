package org.asterism.aot.emit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.flow.StackShuffle;
import org.asterism.aot.flow.Value;
import org.asterism.aot.profile.Rule;
import org.asterism.aot.reach.RuntimeEntry;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Turns one method into one C function: stack slots and locals become typed variables, labels stay labels. */
public final class FunctionEmitter {
    private final FunctionContext context;
    private final JavaMethod method;
    private final Image image;
    private final InitializationEmitter initialization;
    private final ConstantEmitter constants;
    private final ArithmeticEmitter arithmetic;
    private final ObjectEmitter objects;
    private final ArrayEmitter arrays;
    private final CallEmitter calls;
    private final ControlEmitter control;

    private FunctionEmitter(Image image, Unit unit, JavaMethod method, MethodFlow flow, boolean repeated) {
        this.context = new FunctionContext(image, unit, method, flow, repeated);
        this.method = method;
        this.image = image;
        this.initialization = new InitializationEmitter(context);
        this.constants = new ConstantEmitter(context, initialization);
        this.arithmetic = new ArithmeticEmitter(context);
        this.objects = new ObjectEmitter(context, initialization, constants);
        this.arrays = new ArrayEmitter(context);
        HandleEmitter handles = new HandleEmitter(context, initialization, arrays);
        this.calls = new CallEmitter(context, initialization, constants, handles);
        this.control = new ControlEmitter(context);
    }

    /** Adds the function of a method to a unit: its body, or what the profile puts in its place. */
    public static void emit(Image image, Unit unit, JavaMethod method) {
        Rule cut = image.closure().cut(method);
        if (cut != null) {
            unit.add(replaced(image, unit, method, cut));
            return;
        }
        MethodFlow flow = image.closure().flow(method);
        if (flow != null) {
            String symbol = image.names().method(method);
            FunctionEmitter emitter = new FunctionEmitter(image, unit, method, flow, false);
            String text = emitter.emitMethod(image.inlining().attribute(method), symbol);
            if (emitter.isApart()) {
                unit.addFloating(text.replace(Inlining.INLINE, ""));
            } else {
                unit.add(text);
            }
        }
    }

    /** Adds the bodies that loops repeat, and the copies that the functions of a unit want of methods of other units. */
    public static void emitCopies(Image image, Unit unit) {
        while (unit.wantsCopies()) {
            Unit.Unfolded wanted = unit.nextUnfolded();
            if (wanted != null) {
                unit.addUnfolded(unfolded(image, unit, wanted));
                continue;
            }
            JavaMethod method = unit.nextCopy();
            FunctionEmitter emitter = new FunctionEmitter(image, unit, method, image.closure().flow(method), false);
            String copy = emitter.emitMethod(Inlining.copyAttribute(method), unit.copySymbol(method));
            unit.addCopy(method, emitter.isApart() ? unit.forward(method) : copy);
        }
    }

    /** The body of a method for a receiver whose fields are further parameters. */
    private static String unfolded(Image image, Unit unit, Unit.Unfolded wanted) {
        JavaMethod method = wanted.method();
        FunctionEmitter emitter = new FunctionEmitter(image, unit, method, image.closure().flow(method), true);
        String signature = unit.signature(wanted, unit.unfolded(method, wanted.shape()));
        Iterator<String> variables = IntStream.iterate(0, number -> number + 1).mapToObj(Unit::loadedParameter).iterator();
        emitter.context.begin("L", new KnownObjects(0, KnownObjects.Loaded.of("p0", wanted.shape(), variables)));
        String text = emitter.emit(Inlining.UNFOLDED, signature);
        if (emitter.isApart()) {
            return unit.forward(method, signature);
        }
        return emitter.context.isFloating() ? text.replace(Inlining.UNFOLDED, "static ") : text;
    }

    /** Whether the function must be compiled apart from those that use no floating-point registers. */
    private boolean isApart() {
        return context.isFloating() && image.target().separatesFloating();
    }

    private static String replaced(Image image, Unit unit, JavaMethod method, Rule rule) {
        char kind = Kinds.of(method.result());
        String head = "#line 1 \"" + SourceFiles.path(method.owner()) + "\"\n" + unit.signature(method, image.names().method(method)) + " { ";
        return head + switch (rule.action()) {
            case NOP -> ExceptionConvention.returnStatement(kind, "0");
            case THIS -> ExceptionConvention.returnStatement(kind, "p0");
            default -> {
                String text = CutText.declare(image, unit, method.owner().binaryName() + "." + method.name());
                yield "ref exception; " + ExceptionConvention.make(unit, image, RuntimeEntry.LINKAGE, "(ref)" + text)
                        + " " + ExceptionConvention.propagate(kind);
            }
        } + " }\n";
    }

    private String emitMethod(String lead, String symbol) {
        return emit(lead, context.unit().signature(method, symbol));
    }

    private String emit(String lead, String signature) {
        String prologue = prologue();
        AbstractInsnNode first = method.node().instructions.getFirst();
        if (context.isRecursive()) {
            context.line("if (UNLIKELY(STACK_POINTER() < STACK_LIMIT())) goto "
                    + context.throwing(RuntimeEntry.STACK_OVERFLOW, "", outermost(first)) + ";");
        }
        if (image.substitutions().isReplacement(method) && image.closure().needsInitialization(method.owner())) {
            entryCheck(first);
        }
        if (method.is(Opcodes.ACC_SYNCHRONIZED)) {
            String enter = context.unit().function(image.closure().runtime(RuntimeEntry.MONITOR_ENTER));
            context.line("if (UNLIKELY((exception = " + enter + "(" + monitor() + ")) != 0)) "
                    + ExceptionConvention.propagate(Kinds.of(method.result())));
        }
        emitBodies();
        String leave = "";
        if (method.is(Opcodes.ACC_SYNCHRONIZED)) {
            leave = "    " + context.unit().function(image.closure().runtime(RuntimeEntry.MONITOR_EXIT)) + "(" + monitor() + ");\n";
        }
        leave += "    " + ExceptionConvention.propagate(Kinds.of(method.result())) + "\n";
        return context.finish(lead + signature, prologue, leave);
    }

    /** The body, and behind it once more for each shape that the object in a parameter may have. */
    private void emitBodies() {
        LoopShapes.Known known = image.loopShapes().of(method);
        List<KnownObjects> repetitions = new ArrayList<>();
        List<Shape> shapes = known == null ? List.of() : known.shapes();
        for (Shape shape : shapes) {
            ShapeTest test = new ShapeTest(context, "h" + repetitions.size() + "_");
            String condition = test.of(context.local(known.local(), 'a'), shape, shapes.size() - repetitions.size());
            context.line("if (" + condition + ") goto shape_" + repetitions.size() + ";");
            repetitions.add(new KnownObjects(known.local(), test.loaded()));
        }
        emitInstructions();
        for (int i = 0; i < repetitions.size(); i++) {
            context.begin("R" + i + "_", repetitions.get(i));
            context.line("shape_" + i + ":;");
            initialization.join();
            emitInstructions();
        }
    }

    private void emitInstructions() {
        for (AbstractInsnNode instruction : method.node().instructions) {
            emit(instruction);
        }
    }

    /** An instruction whose exceptions no handler of the method catches: the end of the body. */
    private AbstractInsnNode outermost(AbstractInsnNode first) {
        return method.node().tryCatchBlocks.isEmpty() ? first : method.node().instructions.getLast();
    }

    private void entryCheck(AbstractInsnNode first) {
        String record = context.record(method.owner());
        String initialize = context.unit().function(image.closure().runtime(RuntimeEntry.INITIALIZE));
        context.line("if (UNLIKELY(INITIALIZATION_STATE(" + record + ") != 2 && (exception = " + initialize + "((int64_t)"
                + record + ")) != 0)) goto " + context.unwind(outermost(first)) + ";");
    }

    private String monitor() {
        return method.isStatic() ? "(ref)" + context.unit().data(image.names().mirror(method.owner())) : "p0";
    }

    /** Moves the parameters into the variables of the locals. */
    private String prologue() {
        StringBuilder text = new StringBuilder();
        int number = 0;
        int local = 0;
        if (!method.isStatic()) {
            text.append("    ").append(context.local(local++, 'a')).append(" = p").append(number++).append(";\n");
        }
        for (Type parameter : method.parameters()) {
            text.append("    ").append(context.local(local, Kinds.of(parameter))).append(" = p").append(number++).append(";\n");
            local += parameter.getSize();
        }
        return text.toString();
    }

    private void emit(AbstractInsnNode instruction) {
        if (instruction instanceof LineNumberNode number) {
            context.sourceLine(number.line);
            return;
        }
        Frame frame = context.frame(instruction);
        if (instruction instanceof LabelNode label) {
            if (context.flow().isJumpTarget(label)) {
                context.line(context.label(label) + ":;");
                initialization.join();
            }
            return;
        }
        if (frame == null || instruction.getOpcode() < 0) {
            return;
        }
        int opcode = instruction.getOpcode();
        if (opcode == Opcodes.NOP) {
            return;
        } else if (opcode <= Opcodes.LDC) {
            constants.emit(instruction, frame.depth());
        } else if (opcode <= Opcodes.ALOAD) {
            int local = ((VarInsnNode) instruction).var;
            char kind = frame.local(local).kind();
            context.line(context.stack(frame.depth(), kind) + " = " + context.local(local, kind) + ";");
        } else if (opcode <= Opcodes.SALOAD) {
            arrays.load(instruction, frame);
        } else if (opcode <= Opcodes.ASTORE) {
            Value value = frame.top(0);
            context.line(context.local(((VarInsnNode) instruction).var, value.kind()) + " = " + context.top(frame, 0) + ";");
        } else if (opcode <= Opcodes.SASTORE) {
            arrays.store(instruction, frame);
        } else if (opcode <= Opcodes.SWAP) {
            shuffle(opcode, frame);
        } else if (opcode <= Opcodes.DCMPG) {
            arithmetic.emit(instruction, frame);
        } else {
            emitObject(instruction, frame);
        }
    }

    private void emitObject(AbstractInsnNode instruction, Frame frame) {
        int opcode = instruction.getOpcode();
        if (instruction instanceof FieldInsnNode access) {
            objects.field(access, frame);
        } else if (instruction instanceof MethodInsnNode call) {
            calls.emit(call, frame);
        } else if (instruction instanceof TypeInsnNode type) {
            objects.type(type, frame);
        } else if (opcode == Opcodes.NEWARRAY) {
            objects.primitiveArray((IntInsnNode) instruction, frame);
        } else if (opcode == Opcodes.ARRAYLENGTH) {
            arrays.length(instruction, frame);
        } else if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
            objects.monitor(instruction, frame);
        } else if (opcode == Opcodes.ATHROW) {
            context.nullCheck(frame.top(0), context.top(frame, 0), instruction);
            context.line("exception = " + context.top(frame, 0) + ";");
            context.line("goto " + context.unwind(instruction) + ";");
        } else if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            emitReturn(instruction, frame);
        } else {
            control.emit(instruction, frame);
        }
    }

    private void emitReturn(AbstractInsnNode instruction, Frame frame) {
        if (publishes()) {
            context.line("RELEASE_FENCE();");
        }
        char kind = Kinds.of(method.result());
        if (method.is(Opcodes.ACC_SYNCHRONIZED)) {
            String exit = context.unit().function(image.closure().runtime(RuntimeEntry.MONITOR_EXIT));
            context.line("if (UNLIKELY((exception = " + exit + "(" + monitor() + ")) != 0)) "
                    + ExceptionConvention.propagate(kind));
        }
        context.line(ExceptionConvention.returnStatement(kind, kind == 'v' ? "" : context.top(frame, 0)));
    }

    /** Whether the end of the method makes final fields visible (JLS §17.5): constructors, and factories of lambdas. */
    private boolean publishes() {
        boolean constructs = method.isConstructor() || method.owner().initializationHost() != null && method.isStatic();
        if (constructs) {
            for (JavaField field : method.owner().fields()) {
                if (!field.isStatic() && field.isFinal()) {
                    return true;
                }
            }
        }
        return false;
    }

    private void shuffle(int opcode, Frame frame) {
        int consumed = StackShuffle.consumed(opcode, frame);
        List<Integer> order = StackShuffle.order(opcode, frame);
        int bottom = frame.depth() - consumed;
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i) != consumed - 1 - i) {
                char kind = frame.top(order.get(i)).kind();
                text.append(' ').append(Kinds.cType(kind)).append(" n").append(i).append(" = ")
                        .append(context.top(frame, order.get(i))).append(';');
            }
        }
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i) != consumed - 1 - i) {
                char kind = frame.top(order.get(i)).kind();
                text.append(' ').append(context.stack(bottom + i, kind)).append(" = n").append(i).append(';');
            }
        }
        context.line(text.append(" }").toString());
    }
}
