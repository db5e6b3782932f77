package org.asterism.aot.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.asterism.aot.Optimization;
import org.asterism.aot.Optimizations;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.Value;
import org.asterism.aot.intrinsic.Intrinsic;
import org.asterism.aot.reach.Call;
import org.asterism.aot.reach.RuntimeEntry;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Calls. A virtual call with one possible target is direct, with few receiver classes a chain of comparisons, else an
 * indirect call through the dispatch table. A receiver that is only claimed to implement an interface is tested first:
 * the JVM's verifier does not check such claims.
 */
final class CallEmitter {
    private static final int CHAIN_RECEIVERS = 8;
    private static final int CHAIN_TARGETS = 6;

    private final FunctionContext context;
    private final InitializationEmitter initialization;
    private final ConstantEmitter constants;
    private final HandleEmitter handles;

    CallEmitter(FunctionContext context, InitializationEmitter initialization, ConstantEmitter constants,
            HandleEmitter handles) {
        this.context = context;
        this.initialization = initialization;
        this.constants = constants;
        this.handles = handles;
    }

    void emit(MethodInsnNode call, Frame frame) {
        Call resolved = context.image().calls().resolve(context.method(), call, frame);
        int count = Type.getArgumentTypes(call.desc).length + (call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1);
        List<String> arguments = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            arguments.add(context.top(frame, i));
        }
        char kind = Kinds.of(Type.getReturnType(call.desc));
        String result = kind == 'v' ? null : context.stack(frame.depth() - count, kind);
        Value receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? null : frame.top(count - 1);
        switch (resolved.kind()) {
            case CONSTANT -> {
                if (result != null) {
                    context.line(result + " = " + constants.fact(context.image().profile().resultOf(resolved.target())) + ";");
                }
            }
            case HANDLE_FACTORY -> context.line(result + " = 0;");
            case HANDLE_ACCESS -> handles.emit(call, frame, arguments, result);
            case INTRINSIC -> intrinsic(call, resolved.intrinsic(), receiver, arguments, result);
            case DIRECT -> {
                if (receiver != null) {
                    context.nullCheck(receiver, arguments.get(0), call);
                } else {
                    checkInitialization(call, resolved.target());
                }
                direct(call, resolved.target(), arguments, kind, result);
            }
            default -> virtual(call, resolved, receiver, arguments, kind, result, frame);
        }
    }

    /** Substitutes check their own class on entry, since they also run by dispatch. */
    private void checkInitialization(MethodInsnNode call, JavaMethod target) {
        if (!context.image().substitutions().isReplacement(target)) {
            initialization.check(target.owner(), call);
        }
    }

    private void intrinsic(MethodInsnNode call, Intrinsic intrinsic, Value receiver, List<String> arguments, String result) {
        if (intrinsic.checksReceiver() && receiver != null) {
            context.nullCheck(receiver, arguments.get(0), call);
        }
        if (intrinsic.floating()) {
            context.useFloating();
        }
        String expression = intrinsic.expand(arguments.toArray(String[]::new));
        context.line((result == null ? "" : result + " = ") + expression + ";");
    }

    private void direct(MethodInsnNode call, JavaMethod target, List<String> arguments, char kind, String result) {
        String list = "(" + String.join(", ", arguments) + ")";
        String address = Names.address(target);
        if (address != null) {
            context.line(result + " = (int64_t)" + context.unit().data(address) + ";");
        } else if (Names.isAssembly(target)) {
            context.line((result == null ? "" : result + " = ") + context.unit().assembly(target) + list + ";");
        } else {
            boolean canThrow = !context.image().effects().nothrow().contains(target);
            ExceptionConvention.call(context, context.unit().callee(target, context.image().inlining()) + list, kind, result, canThrow, call);
        }
    }

    /** A virtual call on an object whose class is known; its body is repeated here if it is small. */
    private void known(MethodInsnNode call, JavaMethod target, KnownObjects.Loaded receiver, List<String> arguments, char kind, String result) {
        if (!context.image().loopShapes().isUnfolded(target)) {
            direct(call, target, arguments, kind, result);
            return;
        }
        receiver.addTo(arguments);
        String symbol = context.unit().unfolded(target, receiver.shape());
        boolean canThrow = !context.image().effects().nothrow().contains(target);
        ExceptionConvention.call(context, symbol + "(" + String.join(", ", arguments) + ")", kind, result, canThrow, call);
    }

    private void virtual(MethodInsnNode call, Call resolved, Value receiver, List<String> arguments, char kind, String result, Frame frame) {
        KnownObjects.Loaded known = context.known().of(receiver, frame);
        JavaMethod target = known == null || known.shape().type() == null ? null
                : context.image().loopShapes().target(context.method(), call, frame, known.shape().type());
        if (target != null) {
            known(call, target, known, arguments, kind, result);
            return;
        }
        String object = arguments.get(0);
        context.nullCheck(receiver, object, call);
        Dispatch.Plan plan = context.image().dispatch().plan(resolved.target(), resolved.receiver());
        String refused = context.throwing(RuntimeEntry.INCOMPATIBLE_CLASS_CHANGE, "", call);
        if (plan.targets().isEmpty()) {
            context.line("goto " + refused + ";");
            return;
        }
        for (JavaClass type : plan.abstractReceivers()) {
            context.line("if (UNLIKELY(CLASS_OF(" + object + ") == " + context.record(type) + ")) goto " + refused + ";");
        }
        boolean trusted = !resolved.receiver().isInterface() || receiver.type().isSubtypeOf(resolved.receiver());
        Optimizations optimizations = context.image().optimizations();
        // a private method of an interface has no entry of its own: a class may have another of the same signature
        boolean isPrivate = resolved.target().is(Opcodes.ACC_PRIVATE);
        if (plan.targets().size() == 1 && (isPrivate || optimizations.include(Optimization.DIRECT_CALLS))) {
            testReceiver(trusted, resolved.receiver(), object, refused);
            direct(call, plan.targets().keySet().iterator().next(), arguments, kind, result);
        } else if (plan.targets().size() <= CHAIN_TARGETS && plan.receivers() <= CHAIN_RECEIVERS
                && optimizations.include(Optimization.COMPARE_CHAINS)) {
            chain(call, plan, trusted, arguments, kind, result, refused);
        } else {
            testReceiver(trusted, resolved.receiver(), object, refused);
            table(call, resolved.target(), plan, arguments, kind, result);
        }
    }

    private void testReceiver(boolean trusted, JavaClass type, String object, String refused) {
        if (!trusted) {
            String test = TypeTestEmitter.test(context, "CLASS_OF(" + object + ")", type);
            context.line("if (UNLIKELY(!(" + test + "))) goto " + refused + ";");
        }
    }

    private void chain(MethodInsnNode call, Dispatch.Plan plan, boolean trusted, List<String> arguments, char kind,
            String result, String refused) {
        String type = context.temporary("char *");
        context.line(type + " = CLASS_OF(" + arguments.get(0) + ");");
        int remaining = plan.targets().size();
        StringBuilder lead = new StringBuilder();
        for (Map.Entry<JavaMethod, List<JavaClass>> target : plan.targets().entrySet()) {
            boolean unconditional = --remaining == 0 && trusted;
            String condition = target.getValue().stream().map(each -> type + " == " + context.record(each))
                    .collect(Collectors.joining(" || "));
            context.line(lead + (unconditional ? "{" : "if (" + condition + ") {"));
            direct(call, target.getKey(), arguments, kind, result);
            lead.setLength(0);
            lead.append("} else ");
        }
        context.line(trusted ? "}" : "} else goto " + refused + ";");
    }

    private void table(MethodInsnNode call, JavaMethod declaration, Dispatch.Plan plan, List<String> arguments, char kind,
            String result) {
        context.image().dispatch().useTable(declaration);
        String selector = context.unit().data(context.image().names().selector(declaration));
        StringBuilder types = new StringBuilder("ref");
        for (Type parameter : Type.getArgumentTypes(call.desc)) {
            types.append(", ").append(Kinds.cType(Kinds.of(parameter)));
        }
        String function = "((" + ExceptionConvention.resultType(kind) + " (*)(" + types + "))ENTRY(CLASS_OF("
                + arguments.get(0) + "), " + selector + "))";
        boolean canThrow = !context.image().effects().nothrow().containsAll(plan.targets().keySet());
        ExceptionConvention.call(context, function + "(" + String.join(", ", arguments) + ")", kind, result, canThrow, call);
    }
}
