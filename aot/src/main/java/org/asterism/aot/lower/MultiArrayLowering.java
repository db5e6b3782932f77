package org.asterism.aot.lower;

import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.World;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * {@code multianewarray}: a class with one factory method a level, each of which makes an array and fills it by calling the
 * next. All lengths are checked before anything is made (JVMS §6.5.multianewarray). Many lengths travel in an array, so that the code of all levels does not
 * grow with the square of their number.
 */
final class MultiArrayLowering {
    private static final String[] PRIMITIVES = {"Z", "C", "F", "D", "B", "S", "I", "J"};

    private static final int MOST_PARAMETERS = 8;

    private final World world;

    MultiArrayLowering(World world) {
        this.world = world;
    }

    MethodInsnNode lower(JavaMethod method, MultiANewArrayInsnNode instruction) {
        JavaClass host = method.owner();
        String name = host.name() + "$$Array$" + instruction.dims + "$"
                + instruction.desc.replace("_", "_1").replace(";", "_2").replace("[", "_3").replace('/', '_');
        String descriptor = "I".repeat(instruction.dims);
        if (world.find(host.bundle(), name).isEmpty()) {
            ClassNode node = new ClassNode();
            node.version = Opcodes.V17;
            node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
            node.name = name;
            node.superName = "java/lang/Object";
            node.sourceFile = host.node().sourceFile;
            boolean many = instruction.dims > MOST_PARAMETERS;
            node.methods.add(checked(node.name, instruction));
            for (int level = 0; level < instruction.dims; level++) {
                int below = instruction.dims - level;
                Lengths lengths = many ? Lengths.inArray(level) : Lengths.inParameters(below);
                node.methods.add(level(node.name, instruction.desc.substring(level), below, lengths));
            }
            world.define(host, node);
        }
        return new MethodInsnNode(Opcodes.INVOKESTATIC, name, "make", "(" + descriptor + ")" + instruction.desc);
    }

    private static MethodNode checked(String owner, MultiANewArrayInsnNode instruction) {
        String descriptor = "(" + "I".repeat(instruction.dims) + ")" + instruction.desc;
        MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "make", descriptor, null, null);
        InsnList code = method.instructions;
        for (int i = 0; i < instruction.dims; i++) {
            LabelNode valid = new LabelNode();
            code.add(new VarInsnNode(Opcodes.ILOAD, i));
            code.add(new JumpInsnNode(Opcodes.IFGE, valid));
            code.add(new VarInsnNode(Opcodes.ILOAD, i));
            code.add(new IntInsnNode(Opcodes.NEWARRAY, Opcodes.T_BYTE));
            code.add(new InsnNode(Opcodes.POP));
            code.add(valid);
        }
        boolean many = instruction.dims > MOST_PARAMETERS;
        if (many) {
            code.add(new IntInsnNode(Opcodes.SIPUSH, instruction.dims));
            code.add(new IntInsnNode(Opcodes.NEWARRAY, Opcodes.T_INT));
        }
        for (int i = 0; i < instruction.dims; i++) {
            if (many) {
                code.add(new InsnNode(Opcodes.DUP));
                code.add(new IntInsnNode(Opcodes.SIPUSH, i));
                code.add(new VarInsnNode(Opcodes.ILOAD, i));
                code.add(new InsnNode(Opcodes.IASTORE));
            } else {
                code.add(new VarInsnNode(Opcodes.ILOAD, i));
            }
        }
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, owner, "level", many ? "([I)" + instruction.desc : descriptor));
        code.add(new InsnNode(Opcodes.ARETURN));
        method.maxLocals = instruction.dims;
        method.maxStack = instruction.dims + 4;
        return method;
    }

    /**
     * How a level gets the lengths.
     *
     * @param parameters of its method
     * @param parametersBelow of the next
     * @param own loads its own length
     * @param below loads what the next gets
     * @param locals that the parameters take
     */
    private record Lengths(String parameters, String parametersBelow, InsnList own, InsnList below, int locals) {

        static Lengths inParameters(int dimensions) {
            InsnList below = new InsnList();
            for (int i = 1; i < dimensions; i++) {
                below.add(new VarInsnNode(Opcodes.ILOAD, i));
            }
            return new Lengths("(" + "I".repeat(dimensions) + ")", "(" + "I".repeat(dimensions - 1) + ")", one(new VarInsnNode(Opcodes.ILOAD, 0)), below, dimensions);
        }

        static Lengths inArray(int level) {
            InsnList own = one(new VarInsnNode(Opcodes.ALOAD, 0));
            own.add(new IntInsnNode(Opcodes.SIPUSH, level));
            own.add(new InsnNode(Opcodes.IALOAD));
            return new Lengths("([I)", "([I)", own, one(new VarInsnNode(Opcodes.ALOAD, 0)), 1);
        }

        private static InsnList one(AbstractInsnNode instruction) {
            InsnList list = new InsnList();
            list.add(instruction);
            return list;
        }
    }

    private static MethodNode level(String owner, String array, int dimensions, Lengths lengths) {
        MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "level", lengths.parameters() + array, null, null);
        InsnList code = method.instructions;
        int made = lengths.locals();
        int index = made + 1;
        int length = made + 2;
        code.add(lengths.own());
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new VarInsnNode(Opcodes.ISTORE, length));
        code.add(creation(array.substring(1)));
        code.add(new VarInsnNode(Opcodes.ASTORE, made));
        if (dimensions > 1) {
            LabelNode test = new LabelNode();
            LabelNode next = new LabelNode();
            code.add(new InsnNode(Opcodes.ICONST_0));
            code.add(new VarInsnNode(Opcodes.ISTORE, index));
            code.add(new JumpInsnNode(Opcodes.GOTO, test));
            code.add(next);
            code.add(new VarInsnNode(Opcodes.ALOAD, made));
            code.add(new VarInsnNode(Opcodes.ILOAD, index));
            code.add(lengths.below());
            code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, owner, "level", lengths.parametersBelow() + array.substring(1)));
            code.add(new InsnNode(Opcodes.AASTORE));
            code.add(new IincInsnNode(index, 1));
            code.add(test);
            code.add(new VarInsnNode(Opcodes.ILOAD, index));
            code.add(new VarInsnNode(Opcodes.ILOAD, length));
            code.add(new JumpInsnNode(Opcodes.IF_ICMPLT, next));
        }
        code.add(new VarInsnNode(Opcodes.ALOAD, made));
        code.add(new InsnNode(Opcodes.ARETURN));
        method.maxLocals = made + 3;
        method.maxStack = dimensions + 3;
        return method;
    }

    private static AbstractInsnNode creation(String element) {
        for (int i = 0; i < PRIMITIVES.length; i++) {
            if (PRIMITIVES[i].equals(element)) {
                return new IntInsnNode(Opcodes.NEWARRAY, Opcodes.T_BOOLEAN + i);
            }
        }
        return new TypeInsnNode(Opcodes.ANEWARRAY, Type.getType(element).getInternalName());
    }
}
