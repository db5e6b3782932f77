package org.asterism.assembly.verify;

import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * What a class takes to check beyond reading it once. A few bytes can stand for much more: a bootstrap method with 65,535 arguments that
 * each of ten thousand call sites names, a table of handlers that HotSpot walks at every instruction, a type of 65,535 characters that
 * every member has. The most that any class of the JDK needs is noted beside each limit.
 */
final class ClassCost {
    /** Arguments of bootstrap methods, at each call site; the JDK needs 696. */
    private static final int MOST_ARGUMENTS = 1 << 18;

    /** Characters in the names and types of fields and methods, at each; the JDK needs 57,531. */
    private static final int MOST_CHARACTERS = 4 << 20;

    /** Instructions that handlers cover, counted for each handler; the JDK needs 9,804, and HotSpot takes 300 ns for each. */
    private static final int MOST_HANDLED = 200_000;

    /** Instructions of a method times the depth of its stack, for what stands on it is kept at each; the JDK needs 3,953,394. */
    private static final long MOST_STACKED = 20_000_000;

    /** Stores of a method times its locals, for all locals are kept at each store; the JDK needs 28,356. */
    private static final long MOST_STORED = 50_000_000;

    private ClassCost() {}

    /** A class file that ends where it grows past all measure. */
    static final class Tree extends ClassNode {
        private int arguments;

        Tree() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodNode method = new MethodNode(Opcodes.ASM9, access, name, descriptor, signature, exceptions) {
                @Override
                public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... given) {
                    arguments += given.length;
                    if (arguments > MOST_ARGUMENTS) {
                        throw new TooLargeException();
                    }
                    super.visitInvokeDynamicInsn(called, type, bootstrap, given);
                }
            };
            methods.add(method);
            return method;
        }
    }

    /** Ends the reading of a class that is too large. */
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLargeException() {
            super("links call sites with more than " + MOST_ARGUMENTS + " arguments", null, false, false);
        }
    }

    /** Why a class takes too long to check, or null. */
    static String fault(ClassNode node) {
        long characters = 0;
        long handled = 0;
        long stacked = 0;
        long stored = 0;
        for (FieldNode field : node.fields) {
            characters += field.name.length() + field.desc.length();
        }
        for (MethodNode method : node.methods) {
            characters += method.name.length() + method.desc.length();
            stacked = Math.max(stacked, (long) method.instructions.size() * method.maxStack);
            stored = Math.max(stored, stores(method) * method.maxLocals);
            for (TryCatchBlockNode handler : method.tryCatchBlocks) {
                handled += method.instructions.indexOf(handler.end) - method.instructions.indexOf(handler.start);
            }
        }
        return characters > MOST_CHARACTERS ? "has " + characters + " characters in the names and types of its members, more than " + MOST_CHARACTERS
                : handled > MOST_HANDLED ? "has handlers for " + handled + " instructions, more than " + MOST_HANDLED
                : stacked > MOST_STACKED ? "has a method whose instructions, times the depth of its stack, are " + stacked + ", more than " + MOST_STACKED
                : stored > MOST_STORED ? "has a method whose stores, times its locals, are " + stored + ", more than " + MOST_STORED : null;
    }

    private static long stores(MethodNode method) {
        long stores = 0;
        for (AbstractInsnNode instruction : method.instructions) {
            int opcode = instruction.getOpcode();
            if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE || opcode == Opcodes.IINC) {
                stores++;
            }
        }
        return stores;
    }
}
