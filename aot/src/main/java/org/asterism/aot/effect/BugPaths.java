package org.asterism.aot.effect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Finds the instructions of a body that lead to nothing but an unchecked exception, which no handler of the body stops: the report of a
 * bug, message included. Loops never count, and neither does what a handler does on the way of another exception.
 */
public final class BugPaths {
    private static final Set<String> UNCHECKED = Set.of("java/lang/RuntimeException", "java/lang/Error");

    private final JavaMethod method;
    private final MethodFlow flow;
    private final InsnList instructions;

    private BugPaths(JavaMethod method, MethodFlow flow) {
        this.method = method;
        this.flow = flow;
        this.instructions = method.node().instructions;
    }

    /** The instructions of a body that only serve to throw an unchecked exception. */
    public static Set<AbstractInsnNode> of(JavaMethod method, MethodFlow flow) {
        boolean throwsAny = false;
        for (AbstractInsnNode instruction : method.node().instructions) {
            throwsAny |= instruction.getOpcode() == Opcodes.ATHROW;
        }
        if (!throwsAny) {
            return Set.of();
        }
        BugPaths paths = new BugPaths(method, flow);
        // inside handlers the exception that came in is thrown on as a Throwable
        Set<AbstractInsnNode> thrownOn = paths.leadingTo(type -> isUnchecked(type) || type.name().equals("java/lang/Throwable"), null);
        return paths.leadingTo(BugPaths::isUnchecked, thrownOn);
    }

    /** What try-with-resources does when closing fails on the way of another exception: part of reporting a bug, too. */
    public static boolean isSuppression(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call && call.owner.equals("java/lang/Throwable") && call.name.equals("addSuppressed");
    }

    private static boolean isUnchecked(JavaClass type) {
        return type.supertypes().stream().anyMatch(each -> UNCHECKED.contains(each.name()));
    }

    /** The least set of instructions all of whose ways out are throws of those types; handlers on the way must be in a set, null for this. */
    private Set<AbstractInsnNode> leadingTo(Predicate<JavaClass> thrown, Set<AbstractInsnNode> handlers) {
        Set<AbstractInsnNode> found = new HashSet<>();
        Map<AbstractInsnNode, List<AbstractInsnNode>> next = new HashMap<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (AbstractInsnNode each = instructions.getLast(); each != null; each = each.getPrevious()) {
                if (found.contains(each) || each.getOpcode() >= 0 && !flow.isReached(each)) {
                    continue;
                }
                boolean leads;
                if (each.getOpcode() == Opcodes.ATHROW) {
                    leads = isThrow(each, thrown, handlers == null ? found : handlers);
                } else {
                    List<AbstractInsnNode> followers = next.computeIfAbsent(each, this::followers);
                    leads = !followers.isEmpty() && found.containsAll(followers);
                }
                changed |= leads && found.add(each);
            }
        }
        return found;
    }

    private boolean isThrow(AbstractInsnNode instruction, Predicate<JavaClass> thrown, Set<AbstractInsnNode> handlers) {
        JavaClass type = flow.before(instruction).top(0).type();
        if (type == null || !thrown.test(type)) {
            return false;
        }
        int position = instructions.indexOf(instruction);
        for (TryCatchBlockNode block : method.node().tryCatchBlocks) {
            if (position >= instructions.indexOf(block.start) && position < instructions.indexOf(block.end)
                    && mayCatch(block, type) && !handlers.contains(block.handler)) {
                return false;
            }
        }
        return true;
    }

    /** A handler of a subclass of what is declared to be thrown may catch it; so may, cautiously, any that is not of a sibling. */
    private static boolean mayCatch(TryCatchBlockNode block, JavaClass type) {
        return block.type == null || !isUnchecked(type) || type.supertypes().stream().anyMatch(each -> each.name().equals(block.type))
                || UNCHECKED.contains(type.name());
    }

    /** The instructions that may run next without an exception; those on ways that are never taken are left out. */
    private List<AbstractInsnNode> followers(AbstractInsnNode instruction) {
        List<AbstractInsnNode> followers = new java.util.ArrayList<>();
        int opcode = instruction.getOpcode();
        boolean falls = opcode != Opcodes.GOTO && !(opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) && opcode != Opcodes.ATHROW;
        if (instruction instanceof JumpInsnNode jump) {
            followers.add(jump.label);
        } else if (instruction instanceof TableSwitchInsnNode table) {
            followers.addAll(table.labels);
            followers.add(table.dflt);
            falls = false;
        } else if (instruction instanceof LookupSwitchInsnNode lookup) {
            followers.addAll(lookup.labels);
            followers.add(lookup.dflt);
            falls = false;
        }
        if (falls && instruction.getNext() != null) {
            followers.add(instruction.getNext());
        }
        followers.removeIf(follower -> !isLive(follower));
        return followers;
    }

    private boolean isLive(AbstractInsnNode from) {
        AbstractInsnNode each = from;
        while (each != null && each.getOpcode() < 0) {
            each = each.getNext();
        }
        return each != null && flow.isReached(each);
    }
}
