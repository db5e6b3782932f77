package org.asterism.aot.evaluate;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.asterism.aot.flow.PrimitiveArrays;
import org.asterism.aot.flow.Value;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** One run of one initialiser, with the methods it calls. */
final class Evaluation {
    private static final int MOST_STEPS = 200_000;
    private static final int MOST_DEPTH = 20;

    private final InitializerEvaluator evaluator;
    private final JavaClass owner;
    private final Map<JavaField, Object> fields;
    private int steps;
    private int depth;

    Evaluation(InitializerEvaluator evaluator, JavaClass owner, Map<JavaField, Object> fields) {
        this.evaluator = evaluator;
        this.owner = owner;
        this.fields = fields;
    }

    /** Runs a static method; {@code null} for void. */
    Object call(JavaMethod method, Object[] arguments) {
        if (!method.node().tryCatchBlocks.isEmpty() || ++depth > MOST_DEPTH) {
            throw new NotConstantException("method " + method);
        }
        Object[] locals = new Object[method.node().maxLocals];
        int local = 0;
        for (int i = 0; i < arguments.length; i++) {
            locals[local] = arguments[i];
            local += method.parameters()[i].getSize();
        }
        Deque<Object> stack = new ArrayDeque<>();
        AbstractInsnNode next = method.node().instructions.getFirst();
        while (true) {
            if (++steps > MOST_STEPS) {
                throw new NotConstantException("too long");
            }
            int opcode = next.getOpcode();
            if (opcode == Opcodes.RETURN || opcode >= Opcodes.IRETURN && opcode < Opcodes.ARETURN) {
                depth--;
                return opcode == Opcodes.RETURN ? null : stack.pop();
            }
            if (next instanceof JumpInsnNode jump) {
                next = isTaken(jump, stack) ? jump.label : jump.getNext();
                continue;
            }
            if (opcode >= 0) {
                step(method, next, stack, locals);
            }
            next = next.getNext();
        }
    }

    private static boolean isTaken(JumpInsnNode jump, Deque<Object> stack) {
        int opcode = jump.getOpcode();
        if (opcode == Opcodes.GOTO) {
            return true;
        } else if (opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE) {
            return Operators.compare(opcode - Opcodes.IFEQ, (Integer) stack.pop(), 0);
        } else if (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ICMPLE) {
            int right = (Integer) stack.pop();
            return Operators.compare(opcode - Opcodes.IF_ICMPEQ, (Integer) stack.pop(), right);
        }
        throw new NotConstantException("instruction " + opcode);
    }

    private void step(JavaMethod method, AbstractInsnNode instruction, Deque<Object> stack, Object[] locals) {
        int opcode = instruction.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.LDC) {
            stack.push(constant(method, instruction));
        } else if (opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD) {
            stack.push(locals[((VarInsnNode) instruction).var]);
        } else if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
            locals[((VarInsnNode) instruction).var] = stack.pop();
        } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            int index = (Integer) stack.pop();
            stack.push(load(stack.pop(), index));
        } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
            Object value = stack.pop();
            int index = (Integer) stack.pop();
            store(stack.pop(), index, value);
        } else if (instruction instanceof IincInsnNode increment) {
            locals[increment.var] = (Integer) locals[increment.var] + increment.incr;
        } else if (opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG || opcode >= Opcodes.I2L && opcode <= Opcodes.I2S) {
            stack.push(Operators.unary(opcode, stack.pop()));
        } else if (opcode >= Opcodes.IADD && opcode <= Opcodes.DCMPG) {
            Object right = stack.pop();
            stack.push(Operators.binary(opcode, stack.pop(), right));
        } else {
            stepObject(method, instruction, stack);
        }
    }

    private Object constant(JavaMethod method, AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (opcode <= Opcodes.ICONST_5) {
            return Integer.valueOf(opcode - Opcodes.ICONST_0);
        } else if (opcode <= Opcodes.LCONST_1) {
            return (long) (opcode - Opcodes.LCONST_0);
        } else if (opcode <= Opcodes.FCONST_2) {
            return (float) (opcode - Opcodes.FCONST_0);
        } else if (opcode <= Opcodes.DCONST_1) {
            return (double) (opcode - Opcodes.DCONST_0);
        } else if (instruction instanceof IntInsnNode push) {
            return push.operand;
        }
        Object literal = ((LdcInsnNode) instruction).cst;
        if (literal instanceof Type type && type.getSort() != Type.METHOD) {
            return evaluator.world().load(method.owner().bundle(), type.getInternalName());
        } else if (literal instanceof Number || literal instanceof String) {
            return literal;
        }
        throw new NotConstantException("literal " + literal);
    }

    private void stepObject(JavaMethod method, AbstractInsnNode instruction, Deque<Object> stack) {
        switch (instruction.getOpcode()) {
            case Opcodes.DUP -> stack.push(stack.peek());
            case Opcodes.POP -> stack.pop();
            case Opcodes.NEWARRAY -> stack.push(newArray(((IntInsnNode) instruction).operand, (Integer) stack.pop()));
            case Opcodes.ARRAYLENGTH -> stack.push(Array.getLength(stack.pop()));
            case Opcodes.GETSTATIC -> stack.push(read(method, (FieldInsnNode) instruction));
            case Opcodes.PUTSTATIC -> write(method, (FieldInsnNode) instruction, stack.pop());
            case Opcodes.INVOKESTATIC -> invoke(method, (MethodInsnNode) instruction, stack);
            case Opcodes.INVOKEVIRTUAL -> invokeOnString((MethodInsnNode) instruction, stack);
            default -> throw new NotConstantException("instruction " + instruction.getOpcode());
        }
    }

    /** Elements of arrays count as steps, so that an initialiser cannot use up the memory of whoever compiles it. */
    private void spend(int elements) {
        if (elements < 0 || elements > MOST_STEPS - steps) {
            throw new NotConstantException("array of length " + elements);
        }
        steps += elements;
    }

    private Object newArray(int type, int length) {
        spend(length);
        return switch (PrimitiveArrays.elementName(type)) {
            case "boolean" -> new boolean[length];
            case "char" -> new char[length];
            case "float" -> new float[length];
            case "double" -> new double[length];
            case "byte" -> new byte[length];
            case "short" -> new short[length];
            case "int" -> new int[length];
            default -> new long[length];
        };
    }

    private static Object load(Object array, int index) {
        if (index < 0 || index >= Array.getLength(array)) {
            throw new NotConstantException("index");
        }
        Object element = Array.get(array, index);
        if (element instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return element instanceof Character unit ? (Object) (int) unit
                : element instanceof Byte || element instanceof Short ? (Object) ((Number) element).intValue() : element;
    }

    private static void store(Object array, int index, Object value) {
        if (index < 0 || index >= Array.getLength(array)) {
            throw new NotConstantException("index");
        }
        if (array instanceof byte[] bytes) {
            bytes[index] = ((Integer) value).byteValue();
        } else if (array instanceof short[] shorts) {
            shorts[index] = ((Integer) value).shortValue();
        } else if (array instanceof char[] units) {
            units[index] = (char) ((Integer) value).intValue();
        } else if (array instanceof boolean[] flags) {
            flags[index] = ((Integer) value & 1) != 0;
        } else {
            Array.set(array, index, value);
        }
    }

    private JavaField resolve(JavaMethod method, FieldInsnNode access) {
        JavaClass named = evaluator.world().load(method.owner().bundle(), access.owner);
        return evaluator.resolution().field(named, access.name, access.desc);
    }

    private Object read(JavaMethod method, FieldInsnNode access) {
        JavaField field = resolve(method, access);
        Object value = evaluator.fact(field);
        if (value == null) {
            value = field.owner() == owner ? fields.getOrDefault(field, field.constant()) : evaluator.read(field);
        }
        if (value == null || value == Value.NULL) {
            throw new NotConstantException("field " + field);
        }
        return value;
    }

    private void write(JavaMethod method, FieldInsnNode access, Object value) {
        JavaField field = resolve(method, access);
        if (field.owner() != owner) {
            throw new NotConstantException("field " + field);
        }
        fields.put(field, value);
    }

    private void invoke(JavaMethod method, MethodInsnNode call, Deque<Object> stack) {
        JavaClass named = evaluator.world().load(method.owner().bundle(), call.owner);
        JavaMethod target = evaluator.resolution().method(named, call.name, call.desc);
        Object[] arguments = new Object[target.parameters().length];
        for (int i = arguments.length - 1; i >= 0; i--) {
            arguments[i] = stack.pop();
        }
        Object known = builtIn(target, arguments);
        if (known == null && evaluator.result(target) instanceof Number fixed) {
            known = fixed;
        }
        if (known == null && (evaluator.result(target) != null || !evaluator.isPlain(target)
                || target.owner() != owner && !evaluator.world().javaBase().equals(target.owner().bundle()))) {
            throw new NotConstantException("call of " + target);
        }
        Object result = known != null ? known : call(target, arguments);
        if (result != null) {
            stack.push(result);
        }
    }

    private Object builtIn(JavaMethod target, Object[] arguments) {
        return switch (target.owner().name() + "." + target.name()) {
            case "java/lang/Float.floatToRawIntBits" -> Float.floatToRawIntBits((Float) arguments[0]);
            case "java/lang/Float.intBitsToFloat" -> Float.intBitsToFloat((Integer) arguments[0]);
            case "java/lang/Double.doubleToRawLongBits" -> Double.doubleToRawLongBits((Double) arguments[0]);
            case "java/lang/Double.longBitsToDouble" -> Double.longBitsToDouble((Long) arguments[0]);
            case "java/lang/Class.getPrimitiveClass" -> evaluator.world().primitive((String) arguments[0]);
            default -> null;
        };
    }

    /** Tables are often written as string literals. */
    private void invokeOnString(MethodInsnNode call, Deque<Object> stack) {
        switch (call.owner + "." + call.name + call.desc) {
            case "java/lang/String.length()I" -> stack.push(((String) stack.pop()).length());
            case "java/lang/String.toCharArray()[C" -> {
                String text = (String) stack.pop();
                spend(text.length());
                stack.push(text.toCharArray());
            }
            case "java/lang/String.charAt(I)C" -> {
                int index = (Integer) stack.pop();
                String text = (String) stack.pop();
                if (index < 0 || index >= text.length()) {
                    throw new NotConstantException("index");
                }
                stack.push((int) text.charAt(index));
            }
            default -> throw new NotConstantException("call of " + call.name);
        }
    }
}
