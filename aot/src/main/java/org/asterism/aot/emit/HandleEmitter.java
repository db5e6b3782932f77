package org.asterism.aot.emit;

import java.util.List;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.intrinsic.HandleTarget;
import org.asterism.aot.reach.RuntimeEntry;
import org.asterism.aot.world.UnresolvedReferenceException;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Accesses through {@code VarHandle} constants, compiled where they stand. */
final class HandleEmitter {
    private final FunctionContext context;
    private final InitializationEmitter initialization;
    private final ArrayEmitter arrays;

    HandleEmitter(FunctionContext context, InitializationEmitter initialization, ArrayEmitter arrays) {
        this.context = context;
        this.initialization = initialization;
        this.arrays = arrays;
    }

    void emit(MethodInsnNode call, Frame frame, List<String> arguments, String result) {
        HandleTarget target = context.image().handles().target(context.method(), call, frame);
        int coordinates = target.kind().coordinates();
        String type = Kinds.storageType(target.type().getDescriptor());
        String address = address(target, type, call, frame, arguments);
        List<String> values = arguments.subList(1 + coordinates, arguments.size());
        if (target.kind() == HandleTarget.Kind.ARRAY_ELEMENT && type.equals("ref") && !values.isEmpty()) {
            int below = arguments.size() - 2;
            arrays.storeCheck(frame.top(below), frame.top(0), arguments.get(1), values.get(values.size() - 1), call);
        }
        String expression = expression(call.name, type, address, values, target.bigEndian());
        // a primitive that the call names an object is one that nobody looks at
        boolean dropped = result == null || !type.equals("ref") && Kinds.of(Type.getReturnType(call.desc)) == 'a';
        context.line((dropped ? "" : result + " = ") + expression + ";");
    }

    private String address(HandleTarget target, String type, MethodInsnNode call, Frame frame, List<String> arguments) {
        int below = arguments.size() - 2;
        switch (target.kind()) {
            case STATIC_FIELD -> {
                initialization.check(target.field().owner(), call);
                return context.unit().data(context.image().names().staticField(target.field()));
            }
            case INSTANCE_FIELD -> {
                context.nullCheck(frame.top(below), arguments.get(1), call);
                String offset = context.unit().data(context.image().names().offset(target.field()));
                return "FIELD(" + arguments.get(1) + ", " + offset + ")";
            }
            case ARRAY_ELEMENT -> {
                arrays.check(frame, below, arguments.get(1), arguments.get(2), call);
                return "ELEMENT(" + type + ", " + arguments.get(1) + ", " + arguments.get(2) + ")";
            }
            default -> {
                context.nullCheck(frame.top(below), arguments.get(1), call);
                String failed = context.throwing(RuntimeEntry.ARRAY_INDEX,
                        arguments.get(2) + ", LENGTH(" + arguments.get(1) + ")", call);
                context.line("if (UNLIKELY(" + arguments.get(2) + " < 0 || LENGTH(" + arguments.get(1)
                        + ") - (int32_t)sizeof(" + type + ") < " + arguments.get(2) + ")) goto " + failed + ";");
                return "ELEMENT(char, " + arguments.get(1) + ", " + arguments.get(2) + ")";
            }
        }
    }

    private static String expression(String name, String type, String address, List<String> values, boolean swapped) {
        String store = type.equals("ref") ? "STORE_REFERENCE" : "STORE";
        String lead = type.equals("ref") ? "" : type + ", ";
        String reference = type.equals("ref") ? "_REFERENCE(" : "(" + type + ", ";
        String last = values.isEmpty() ? "" : swap(values.get(values.size() - 1), type, swapped);
        String base = name.replaceAll("(Acquire|Release|Plain|Opaque)$", "");
        return switch (base) {
            case "get" -> swap("LOAD" + (name.endsWith("Acquire") ? "_ACQUIRE(" : "(") + type + ", " + address + ")", type, swapped);
            case "getVolatile" -> swap("LOAD_VOLATILE(" + type + ", " + address + ")", type, swapped);
            case "set" -> store + (name.endsWith("Release") ? "_RELEASE(" : "(") + lead + address + ", " + last + ")";
            case "setVolatile" -> store + "_VOLATILE(" + lead + address + ", " + last + ")";
            case "compareAndSet", "weakCompareAndSet" ->
                "COMPARE_AND_SET" + reference + address + ", " + swap(values.get(0), type, swapped) + ", " + last + ")";
            case "compareAndExchange" -> swap("COMPARE_AND_EXCHANGE" + reference + address + ", "
                    + swap(values.get(0), type, swapped) + ", " + last + ")", type, swapped);
            case "getAndSet" -> swap("GET_AND_SET" + reference + address + ", " + last + ")", type, swapped);
            case "getAndAdd" -> "GET_AND_ADD(" + type + ", " + address + ", " + last + ")";
            case "getAndBitwiseOr" -> swap("GET_AND_OR(" + type + ", " + address + ", " + last + ")", type, swapped);
            case "getAndBitwiseAnd" -> swap("GET_AND_AND(" + type + ", " + address + ", " + last + ")", type, swapped);
            case "getAndBitwiseXor" -> swap("GET_AND_XOR(" + type + ", " + address + ", " + last + ")", type, swapped);
            default -> throw new UnresolvedReferenceException("VarHandle." + name + " cannot be compiled ahead of time");
        };
    }

    private static String swap(String expression, String type, boolean swapped) {
        return switch (swapped ? type : "") {
            case "int16_t", "uint16_t" -> "(" + type + ")__builtin_bswap16(" + expression + ")";
            case "int32_t" -> "(int32_t)__builtin_bswap32(" + expression + ")";
            case "int64_t" -> "(int64_t)__builtin_bswap64(" + expression + ")";
            default -> expression;
        };
    }
}
