package org.asterism.aot.lower;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.aot.flow.FieldOffset;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.InitializedClass;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.world.FieldLayout;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.World;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Replaces questions that the closed world can answer: those to {@code jdk.internal.misc.Unsafe} about the layout of
 * classes, {@code Class.forName} and {@code Class.getPrimitiveClass}, where class, field or name are literals.
 */
public final class QuestionFolding {
    private static final String UNSAFE = "jdk/internal/misc/Unsafe";

    private QuestionFolding() {
    }

    /** Rewrites a body in place; returns whether something changed, so that the flow must be computed anew. */
    public static boolean apply(World world, JavaMethod method, MethodFlow flow) {
        InsnList code = method.node().instructions;
        Map<MethodInsnNode, Object> answers = new LinkedHashMap<>();
        for (AbstractInsnNode instruction : code) {
            if (instruction instanceof MethodInsnNode call && flow.isReached(call)) {
                Object answer = call.owner.equals(UNSAFE) ? answer(call, flow.before(call))
                        : namedClass(world, method, call, flow.before(call));
                if (answer != null) {
                    answers.put(call, answer);
                }
            }
        }
        answers.forEach((call, answer) -> {
            int arguments = Type.getArgumentTypes(call.desc).length + (call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1);
            for (int i = 0; i < arguments; i++) {
                code.insertBefore(call, new InsnNode(Opcodes.POP));
            }
            code.set(call, new LdcInsnNode(answer));
        });
        return !answers.isEmpty();
    }

    private static Object namedClass(World world, JavaMethod method, MethodInsnNode call, Frame frame) {
        if (call.owner.equals("java/lang/Class") && call.name.equals("getPrimitiveClass")) {
            return frame.top(0).constant() instanceof String keyword ? world.primitive(keyword) : null;
        }
        if (!call.owner.equals("java/lang/Class") || !call.name.equals("forName") || call.desc.contains("Module")) {
            return null;
        }
        Object name = frame.top(Type.getArgumentTypes(call.desc).length - 1).constant();
        return name instanceof String text ? world.find(method.owner().bundle(), text.replace('.', '/'))
                .map(InitializedClass::new).orElse(null) : null;
    }

    private static Object answer(MethodInsnNode call, Frame frame) {
        switch (call.name + call.desc) {
            case "objectFieldOffset(Ljava/lang/Class;Ljava/lang/String;)J" -> {
                if (frame.top(1).constant() instanceof JavaClass type && frame.top(0).constant() instanceof String name) {
                    JavaField field = type.fieldNamed(name);
                    return field == null || field.isStatic() ? null : new FieldOffset(field);
                }
                return null;
            }
            case "arrayBaseOffset(Ljava/lang/Class;)I" -> {
                return FieldLayout.ARRAY_BASE;
            }
            case "arrayIndexScale(Ljava/lang/Class;)I" -> {
                return frame.top(0).constant() instanceof JavaClass type && type.isArray()
                        ? (Object) JavaField.sizeOf(type.element().descriptor().charAt(0)) : null;
            }
            default -> {
                return null;
            }
        }
    }
}
