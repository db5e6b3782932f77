package org.asterism.aot.emit;

import org.asterism.aot.flow.FieldOffset;
import org.asterism.aot.flow.InitializedClass;
import org.asterism.aot.flow.Value;
import org.asterism.aot.lower.ImageObject;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;

/** Constants: numbers, string literals, class literals, offsets. */
final class ConstantEmitter {
    private final FunctionContext context;
    private final InitializationEmitter initialization;

    ConstantEmitter(FunctionContext context, InitializationEmitter initialization) {
        this.context = context;
        this.initialization = initialization;
    }

    void emit(AbstractInsnNode instruction, int depth) {
        int opcode = instruction.getOpcode();
        if (opcode == Opcodes.ACONST_NULL) {
            push(depth, 'a', "0");
        } else if (opcode <= Opcodes.ICONST_5) {
            push(depth, 'i', String.valueOf(opcode - Opcodes.ICONST_0));
        } else if (opcode <= Opcodes.LCONST_1) {
            push(depth, 'j', String.valueOf(opcode - Opcodes.LCONST_0));
        } else if (opcode <= Opcodes.FCONST_2) {
            push(depth, 'f', bits((float) (opcode - Opcodes.FCONST_0)));
        } else if (opcode <= Opcodes.DCONST_1) {
            push(depth, 'd', bits((double) (opcode - Opcodes.DCONST_0)));
        } else if (instruction instanceof IntInsnNode push) {
            push(depth, 'i', String.valueOf(push.operand));
        } else {
            LdcInsnNode ldc = (LdcInsnNode) instruction;
            if (ldc.cst instanceof InitializedClass named) {
                initialization.check(named.type(), ldc);
                literal(named.type(), depth);
            } else {
                if (ldc.cst instanceof ImageObject object) {
                    initialization.check(object.type(), ldc);
                }
                literal(ldc.cst, depth);
            }
        }
    }

    private void push(int depth, char kind, String expression) {
        context.line(context.stack(depth, kind) + " = " + expression + ";");
    }

    private void literal(Object constant, int depth) {
        if (constant instanceof Integer number) {
            push(depth, 'i', number(number));
        } else if (constant instanceof Long number) {
            push(depth, 'j', number(number));
        } else if (constant instanceof Float number) {
            push(depth, 'f', bits(number));
        } else if (constant instanceof Double number) {
            push(depth, 'd', bits(number));
        } else if (constant instanceof FieldOffset offset) {
            push(depth, 'j', "(int64_t)" + context.unit().data(context.image().names().offset(offset.field())));
        } else {
            push(depth, 'a', object(constant));
        }
    }

    private String object(Object constant) {
        Names names = context.image().names();
        if (constant instanceof String text) {
            return "(ref)" + context.unit().data(names.string(text));
        } else if (constant instanceof ImageObject object) {
            return "(ref)" + context.unit().data(names.imageObject(object.type()));
        }
        JavaClass type = constant instanceof JavaClass known ? known
                : context.image().world().load(context.method().owner().bundle(), ((Type) constant).getInternalName());
        return "(ref)" + context.unit().data(names.mirror(type));
    }

    /** The C expression of the value that a static primitive has from the start. */
    String initial(JavaField field) {
        Object value = context.image().closure().initialValue(field);
        if (value instanceof Float number) {
            return bits(number);
        } else if (value instanceof Double number) {
            return bits(number);
        } else if (value instanceof Long number) {
            return number(number);
        }
        return value instanceof Number number ? number(number.intValue()) : "0";
    }

    /** The C expression of a value that the profile fixes. */
    String fact(Object constant) {
        if (constant == Value.NULL) {
            return "0";
        }
        return constant instanceof Integer number ? number(number) : constant instanceof Long wide ? number(wide)
                : object(constant);
    }

    static String number(int number) {
        return number == Integer.MIN_VALUE ? "(-2147483647 - 1)" : String.valueOf(number);
    }

    static String number(long number) {
        return number == Long.MIN_VALUE ? "(-9223372036854775807L - 1)" : number + "L";
    }

    private static String bits(float number) {
        return number(Float.floatToRawIntBits(number));
    }

    private static String bits(double number) {
        return number(Double.doubleToRawLongBits(number));
    }
}
