package org.asterism.aot.emit;

import org.asterism.aot.Optimization;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.PrimitiveArrays;
import org.asterism.aot.flow.Value;
import org.asterism.aot.intrinsic.HandleConstants;
import org.asterism.aot.profile.Rule;
import org.asterism.aot.reach.RuntimeEntry;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Fields, allocation, casts and monitors. */
final class ObjectEmitter {
    /** Bytes; up to here each multiple of 16 has a run of its own ({@code SizeClasses}). */
    private static final int LARGEST_IN_RUN = 128;

    private final FunctionContext context;
    private final InitializationEmitter initialization;
    private final ConstantEmitter constants;

    ObjectEmitter(FunctionContext context, InitializationEmitter initialization, ConstantEmitter constants) {
        this.context = context;
        this.initialization = initialization;
        this.constants = constants;
    }

    private JavaClass load(String name) {
        return context.image().world().load(context.method().owner().bundle(), name);
    }

    void field(FieldInsnNode access, Frame frame) {
        JavaField field = context.image().resolution().field(load(access.owner), access.name, access.desc);
        switch (access.getOpcode()) {
            case Opcodes.GETSTATIC -> getStatic(access, field, frame.depth());
            case Opcodes.PUTSTATIC -> {
                if (!isHandle(field) && context.image().profile().valueOf(field) == null) { // no field but a constant otherwise
                    initialization.check(field.owner(), access);
                    store(field, context.unit().data(context.image().names().staticField(field)), context.top(frame, 0));
                }
            }
            case Opcodes.GETFIELD -> {
                KnownObjects.Loaded before = context.known().field(access, field, frame);
                if (before != null) {
                    take(access, field, before.variable(), frame);
                } else {
                    String object = context.top(frame, 0);
                    context.nullCheck(frame.top(0), object, access);
                    getField(access, field, object, frame);
                }
            }
            default -> {
                String object = context.top(frame, 1);
                context.nullCheck(frame.top(1), object, access);
                store(field, address(object, field), context.top(frame, 0));
            }
        }
    }

    /** A final field that was loaded before is taken from the variable in which every such load leaves its value. */
    private void getField(FieldInsnNode access, JavaField field, String object, Frame frame) {
        String result = context.stack(frame.depth() - 1, kind(field));
        AbstractInsnNode origin = frame.origin(frame.top(0), field);
        if (origin != null) {
            context.line(result + " = " + context.loaded(origin, kind(field)) + ";");
            return;
        }
        take(access, field, load(field, address(object, field)), frame);
    }

    private void take(FieldInsnNode access, JavaField field, String value, Frame frame) {
        String result = context.stack(frame.depth() - 1, kind(field));
        context.line(result + " = " + value + ";");
        if (context.flow().isReused(access)) {
            context.line(context.loaded(access, kind(field)) + " = " + result + ";");
        }
    }

    private static boolean isHandle(JavaField field) {
        return field.descriptor().equals("L" + HandleConstants.VAR_HANDLE + ";");
    }

    private void getStatic(FieldInsnNode access, JavaField field, int depth) {
        String result = context.stack(depth, kind(field));
        Object fact = context.image().profile().valueOf(field);
        if (fact != null) {
            context.line(result + " = " + constants.fact(fact) + ";");
        } else if (isHandle(field)) {
            context.line(result + " = 0;");
        } else if (isConstant(field)) {
            context.line(result + " = " + constants.initial(field) + ";");
        } else {
            initialization.check(field.owner(), access);
            context.line(result + " = " + load(field, context.unit().data(context.image().names().staticField(field))) + ";");
        }
    }

    /** Whether nothing ever writes a static primitive: it is final, and its class has no initialiser that runs. */
    private boolean isConstant(JavaField field) {
        return field.isFinal() && !field.isReference() && context.image().optimizations().include(Optimization.STATIC_CONSTANTS)
                && !context.image().closure().needsInitialization(field.owner());
    }

    private String address(String object, JavaField field) {
        return "FIELD(" + object + ", " + context.unit().data(context.image().names().offset(field)) + ")";
    }

    private static char kind(JavaField field) {
        return Kinds.of(org.objectweb.asm.Type.getType(field.descriptor()));
    }

    private static String load(JavaField field, String address) {
        return "LOAD" + (field.isVolatile() ? "_VOLATILE(" : "(") + Kinds.storageType(field.descriptor()) + ", " + address + ")";
    }

    private void store(JavaField field, String address, String value) {
        String order = field.isVolatile() ? "_VOLATILE(" : "(";
        String stored = field.descriptor().equals("Z") ? value + " & 1" : value;
        context.line(field.isReference() ? "STORE_REFERENCE" + order + address + ", " + value + ");"
                : "STORE" + order + Kinds.storageType(field.descriptor()) + ", " + address + ", " + stored + ");");
    }

    void type(TypeInsnNode instruction, Frame frame) {
        JavaClass type = load(instruction.desc);
        switch (instruction.getOpcode()) {
            case Opcodes.NEW -> create(instruction, type, frame.depth());
            case Opcodes.ANEWARRAY -> createArray(instruction, context.image().world().array(type), frame);
            case Opcodes.CHECKCAST -> cast(instruction, type, frame);
            default -> instanceOf(type, frame);
        }
    }

    private void create(TypeInsnNode instruction, JavaClass type, int depth) {
        Rule denial = context.image().profile().instantiationDenial(type).orElse(null);
        if (denial != null) {
            context.line("goto " + cut(type.binaryName(), instruction) + ";");
            return;
        }
        initialization.check(type, instruction);
        String allocate = context.unit().function(context.image().closure().runtime(RuntimeEntry.ALLOCATE_INSTANCE));
        String result = context.stack(depth, 'a');
        boolean fromRun = context.image().optimizations().include(Optimization.INLINE_ALLOCATION)
                && context.image().layout().instanceSize(type) <= LARGEST_IN_RUN;
        String size = fromRun ? context.unit().data(context.image().names().instanceSize(type)) : null;
        if (fromRun) {
            context.line(result + " = RUN_CURSOR(" + size + ");");
            context.line("if (RUN_IS_USED_UP(" + result + ", " + size + ")) {");
        }
        ExceptionConvention.call(context, allocate + "((int64_t)" + context.record(type) + ")", 'a', result, true, instruction);
        if (fromRun) {
            context.line("} else TAKE_CELL(" + result + ", " + context.record(type) + ", " + size + ");");
        }
    }

    /** The label of a block that throws the error of something cut away. */
    String cut(String what, AbstractInsnNode at) {
        String text = CutText.declare(context.image(), context.unit(), what);
        return context.throwing(RuntimeEntry.LINKAGE, "(ref)" + text, at);
    }

    void primitiveArray(IntInsnNode instruction, Frame frame) {
        JavaClass element = context.image().world().primitive(PrimitiveArrays.elementName(instruction.operand));
        createArray(instruction, context.image().world().array(element), frame);
    }

    private void createArray(AbstractInsnNode instruction, JavaClass array, Frame frame) {
        String allocate = context.unit().function(context.image().closure().runtime(RuntimeEntry.ALLOCATE_ARRAY));
        ExceptionConvention.call(context, allocate + "((int64_t)" + context.record(array) + ", " + context.top(frame, 0) + ")",
                'a', context.stack(frame.depth() - 1, 'a'), true, instruction);
    }

    private void cast(AbstractInsnNode instruction, JavaClass type, Frame frame) {
        Value value = frame.top(0);
        if (value.isNull() || isKnown(value, type)) {
            return;
        }
        String object = context.top(frame, 0);
        String test = TypeTestEmitter.test(context, "CLASS_OF(" + object + ")", type);
        String present = value.isNonNull() ? "" : object + " != 0 && ";
        String failed = context.throwing(RuntimeEntry.CLASS_CAST, object + ", (int64_t)" + context.record(type), instruction);
        context.line("if (UNLIKELY(" + present + "!(" + test + "))) goto " + failed + ";");
    }

    private boolean isKnown(Value value, JavaClass type) {
        return value.type().isSubtypeOf(type) && context.image().optimizations().include(Optimization.CAST_ELIMINATION);
    }

    private void instanceOf(JavaClass type, Frame frame) {
        Value value = frame.top(0);
        String object = context.top(frame, 0);
        String result = context.stack(frame.depth() - 1, 'i');
        String test = isKnown(value, type) ? "1"
                : TypeTestEmitter.test(context, "CLASS_OF(" + object + ")", type);
        context.line(result + " = " + object + " != 0 && (" + test + ");");
    }

    void monitor(AbstractInsnNode instruction, Frame frame) {
        boolean enters = instruction.getOpcode() == Opcodes.MONITORENTER;
        String object = context.top(frame, 0);
        context.nullCheck(frame.top(0), object, instruction);
        String function = context.unit().function(context.image().closure()
                .runtime(enters ? RuntimeEntry.MONITOR_ENTER : RuntimeEntry.MONITOR_EXIT));
        ExceptionConvention.call(context, function + "(" + object + ")", 'v', null, true, instruction);
    }
}
