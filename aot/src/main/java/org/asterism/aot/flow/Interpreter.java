package org.asterism.aot.flow;

import java.util.HashSet;
import java.util.Set;
import org.asterism.aot.Optimization;
import org.asterism.aot.Optimizations;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.MemberResolution;
import org.asterism.aot.world.World;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The effect of one instruction that does not branch on a frame. */
final class Interpreter {
    /** Result kinds of IALOAD..SALOAD and of the four-type arithmetic groups. */
    private static final String LOAD_KINDS = "ijfdaiii";
    private static final String ARITHMETIC_KINDS = "ijfd";

    private final World world;
    private final MemberResolution resolution;
    private final FactSource facts;
    private final JavaMethod method;
    private final boolean followsLiterals;
    private final boolean reusesFields;
    private final NumberRanges ranges;
    private final Set<AbstractInsnNode> reused = new HashSet<>();

    Interpreter(World world, MemberResolution resolution, FactSource facts, JavaMethod method, Optimizations optimizations) {
        this.world = world;
        this.resolution = resolution;
        this.facts = facts;
        this.method = method;
        this.followsLiterals = optimizations.include(Optimization.CONSTANT_FOLLOWING);
        // a constructor may see its own fields before and after it writes them
        this.reusesFields = optimizations.include(Optimization.FINAL_FIELD_REUSE) && !method.isConstructor();
        this.ranges = new NumberRanges(optimizations);
    }

    /** The class of a name in the method's bundle; {@code Object} if it is missing, which is reported when it is linked. */
    JavaClass classOf(String internalName) {
        return world.find(method.owner().bundle(), internalName).orElse(world.object());
    }

    /** What is known of a value of a declared type: claims of interface types are not trusted. */
    Value unknown(Type type, AbstractInsnNode producer) {
        return switch (type.getSort()) {
            case Type.LONG -> Value.primitive('j', producer);
            case Type.FLOAT -> Value.primitive('f', producer);
            case Type.DOUBLE -> Value.primitive('d', producer);
            case Type.OBJECT, Type.ARRAY -> Value.reference(trusted(classOf(type.getInternalName())), producer);
            default -> Value.primitive('i', producer);
        };
    }

    private JavaClass trusted(JavaClass declared) {
        return declared.isVerified() ? declared : world.object();
    }

    void execute(AbstractInsnNode instruction, Frame frame) {
        int opcode = instruction.getOpcode();
        if (opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD) {
            frame.push(frame.local(((VarInsnNode) instruction).var));
        } else if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
            frame.set(((VarInsnNode) instruction).var, frame.pop());
        } else if (opcode <= Opcodes.LDC) {
            pushConstant(instruction, frame);
        } else if (opcode <= Opcodes.SALOAD) {
            loadElement(instruction, frame);
        } else if (opcode <= Opcodes.SASTORE) {
            frame.pop();
            ranges.accessed(frame);
        } else if (opcode <= Opcodes.SWAP) {
            StackShuffle.apply(opcode, frame);
        } else if (opcode <= Opcodes.DCMPG) {
            compute(instruction, frame);
        } else {
            executeObject(instruction, frame);
        }
    }

    private static Value dereference(Frame frame) {
        Value receiver = frame.pop();
        Value present = receiver.asNonNull();
        frame.refine(receiver, present);
        return present;
    }

    private void pushConstant(AbstractInsnNode instruction, Frame frame) {
        int opcode = instruction.getOpcode();
        if (opcode == Opcodes.ACONST_NULL) {
            frame.push(followsLiterals ? Value.nullReference(world.object(), instruction) : Value.reference(world.object(), instruction));
        } else if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            frame.push(number('i', opcode - Opcodes.ICONST_0, instruction));
        } else if (opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1) {
            frame.push(number('j', (long) (opcode - Opcodes.LCONST_0), instruction));
        } else if (opcode >= Opcodes.FCONST_0 && opcode <= Opcodes.FCONST_2) {
            frame.push(Value.primitive('f', instruction));
        } else if (opcode == Opcodes.DCONST_0 || opcode == Opcodes.DCONST_1) {
            frame.push(Value.primitive('d', instruction));
        } else if (instruction instanceof IntInsnNode push) {
            frame.push(number('i', push.operand, instruction));
        } else if (instruction instanceof LdcInsnNode ldc) {
            frame.push(literal(ldc));
        }
    }

    private Value number(char kind, Object constant, AbstractInsnNode instruction) {
        return followsLiterals ? Value.constant(kind, constant, instruction) : Value.primitive(kind, instruction);
    }

    /** Whether literals decide branches; what the profile fixes does in any case. */
    boolean followsLiterals() {
        return followsLiterals;
    }

    private Value literal(LdcInsnNode ldc) {
        Object constant = ldc.cst;
        if (constant instanceof Integer) {
            return number('i', constant, ldc);
        } else if (constant instanceof Long) {
            return number('j', constant, ldc);
        } else if (constant instanceof TypedLiteral literal) {
            return Value.object(literal.type(), true, null, ldc);
        } else if (constant instanceof InitializedClass named) {
            return Value.object(world.platform("java/lang/Class"), true, named.type(), ldc);
        } else if (constant instanceof FieldOffset) {
            return Value.primitive('j', ldc);
        } else if (constant instanceof Float) {
            return Value.primitive('f', ldc);
        } else if (constant instanceof Double) {
            return Value.primitive('d', ldc);
        } else if (constant instanceof String) {
            return Value.object(world.platform("java/lang/String"), true, constant, ldc);
        } else if (constant instanceof Type type && type.getSort() != Type.METHOD) {
            JavaClass literal = world.find(method.owner().bundle(), type.getInternalName()).orElse(null);
            return Value.object(world.platform("java/lang/Class"), true, literal, ldc);
        } else if (constant instanceof JavaClass) {
            return Value.object(world.platform("java/lang/Class"), true, constant, ldc);
        }
        return Value.reference(world.object(), ldc);
    }

    private void loadElement(AbstractInsnNode instruction, Frame frame) {
        Value array = ranges.accessed(frame);
        char kind = LOAD_KINDS.charAt(instruction.getOpcode() - Opcodes.IALOAD);
        if (kind == 'a') {
            JavaClass element = array.type().isArray() ? array.type().element() : world.object();
            frame.push(Value.reference(element.isPrimitive() ? world.object() : trusted(element), instruction));
        } else {
            frame.push(ranges.element(kind, instruction));
        }
    }

    private void compute(AbstractInsnNode instruction, Frame frame) {
        int opcode = instruction.getOpcode();
        if (instruction instanceof IincInsnNode increment) {
            frame.set(increment.var, ranges.sum(frame, frame.local(increment.var), increment.incr, instruction));
        } else if (opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG) {
            frame.push(Value.primitive(frame.pop().kind(), instruction));
        } else if (opcode >= Opcodes.I2L && opcode <= Opcodes.I2S) {
            frame.pop();
            frame.push(opcode == Opcodes.I2C ? ranges.element('i', instruction)
                    : Value.primitive("jfdifdijdijfiii".charAt(opcode - Opcodes.I2L), instruction));
        } else if (opcode >= Opcodes.LCMP) {
            frame.pop();
            frame.pop();
            frame.push(Value.primitive('i', instruction));
        } else {
            Value right = frame.pop();
            Value left = frame.pop();
            if (opcode == Opcodes.IAND && left.constant() instanceof Integer a && right.constant() instanceof Integer b) {
                frame.push(Value.constant('i', a & b, instruction));
            } else {
                frame.push(left.kind() == 'i' ? ranges.compute(frame, left, right, instruction)
                        : Value.primitive(left.kind(), instruction));
            }
        }
    }

    /** The loads of final fields that others may take over; some only on paths that turned out not to be the only ones. */
    Set<AbstractInsnNode> reused() {
        return reused;
    }

    NumberRanges ranges() {
        return ranges;
    }

    private void executeObject(AbstractInsnNode instruction, Frame frame) {
        switch (instruction.getOpcode()) {
            case Opcodes.RETURN -> { }
            case Opcodes.IRETURN, Opcodes.LRETURN, Opcodes.FRETURN, Opcodes.DRETURN, Opcodes.ARETURN, Opcodes.ATHROW,
                    Opcodes.MONITOREXIT -> frame.pop();
            case Opcodes.MONITORENTER -> dereference(frame);
            case Opcodes.GETSTATIC, Opcodes.GETFIELD, Opcodes.PUTSTATIC, Opcodes.PUTFIELD ->
                accessField((FieldInsnNode) instruction, frame);
            case Opcodes.INVOKEVIRTUAL, Opcodes.INVOKESPECIAL, Opcodes.INVOKESTATIC, Opcodes.INVOKEINTERFACE ->
                call((MethodInsnNode) instruction, frame);
            case Opcodes.NEW -> frame.push(Value.object(typeOf(instruction), true, null, instruction));
            case Opcodes.NEWARRAY -> {
                frame.pop();
                String element = PrimitiveArrays.elementName(((IntInsnNode) instruction).operand);
                frame.push(Value.object(world.array(world.primitive(element)), true, null, instruction));
            }
            case Opcodes.ANEWARRAY -> {
                frame.pop();
                frame.push(Value.object(world.array(typeOf(instruction)), true, null, instruction));
            }
            case Opcodes.ARRAYLENGTH -> frame.push(ranges.length(frame, dereference(frame), instruction));
            case Opcodes.CHECKCAST -> {
                Value value = frame.pop();
                Value checked = value.asInstanceOf(typeOf(instruction));
                frame.refine(value, checked);
                frame.push(checked);
            }
            case Opcodes.INSTANCEOF -> {
                frame.pop();
                frame.push(Value.primitive('i', instruction));
            }
            default -> throw new IllegalArgumentException(method + ": unsupported instruction " + instruction.getOpcode());
        }
    }

    private JavaClass typeOf(AbstractInsnNode instruction) {
        return classOf(((TypeInsnNode) instruction).desc);
    }

    private void accessField(FieldInsnNode access, Frame frame) {
        int opcode = access.getOpcode();
        if (opcode == Opcodes.PUTSTATIC || opcode == Opcodes.PUTFIELD) {
            frame.pop();
        }
        if (opcode == Opcodes.PUTFIELD) {
            dereference(frame);
        }
        if (opcode == Opcodes.GETFIELD) {
            load(access, dereference(frame), frame);
        } else if (opcode == Opcodes.GETSTATIC) {
            JavaField field = fieldOf(access);
            frame.push(fact(field == null ? null : facts.valueOf(field), Type.getType(access.desc), access));
        }
    }

    /** The field that is accessed; null if it is missing, which is reported when it is linked. */
    private JavaField fieldOf(FieldInsnNode access) {
        return resolution.findField(classOf(access.owner), access.name, access.desc);
    }

    /** Loads a field; a final one that was loaded before has the value that was seen then. */
    private void load(FieldInsnNode access, Value object, Frame frame) {
        JavaField field = reusesFields ? fieldOf(access) : null;
        Relations.Loaded before = field == null ? null : frame.relations().loaded(object, field);
        if (before != null) {
            reused.add(before.origin());
            frame.push(before.value());
            return;
        }
        Value value = unknown(Type.getType(access.desc), access);
        frame.push(value);
        if (field != null && field.isFinal() && !field.isStatic() && !field.isVolatile()) {
            frame.relations().loaded(object, field, value, access);
        }
    }

    private Value fact(Object constant, Type type, AbstractInsnNode producer) {
        if (constant == null) {
            return unknown(type, producer);
        }
        if (constant == Value.NULL) {
            return Value.nullReference(world.object(), producer);
        }
        if (constant instanceof JavaClass) {
            return Value.object(world.platform("java/lang/Class"), true, constant, producer);
        }
        return Value.constant(constant instanceof Long ? 'j' : 'i', constant, producer);
    }

    private void call(MethodInsnNode call, Frame frame) {
        for (int i = Type.getArgumentTypes(call.desc).length; i > 0; i--) {
            frame.pop();
        }
        if (call.getOpcode() != Opcodes.INVOKESTATIC) {
            dereference(frame);
        }
        Type result = Type.getReturnType(call.desc);
        if (result != Type.VOID_TYPE) {
            JavaMethod target = resolution.findMethod(classOf(call.owner), call.name + call.desc);
            frame.push(fact(target == null ? null : facts.resultOf(target), result, call));
        }
    }
}
