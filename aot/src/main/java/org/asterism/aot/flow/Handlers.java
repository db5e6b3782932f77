package org.asterism.aot.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The exception handlers of a body, by instruction. Of the entries of the exception table (JVMS §2.10) that cover an instruction, those are left
 * away that never get anything: behind one for everything, or behind one for the same class. So a body whose {@code try} statements lie deep
 * inside each other has as much to look at as one where they follow each other.
 */
final class Handlers {
    private final List<List<TryCatchBlockNode>> byIndex;

    private Handlers(List<List<TryCatchBlockNode>> byIndex) {
        this.byIndex = byIndex;
    }

    static Handlers of(MethodNode method) {
        InsnList instructions = method.instructions;
        List<TryCatchBlockNode> blocks = method.tryCatchBlocks == null ? List.of() : method.tryCatchBlocks;
        Set<Integer> boundaries = new TreeSet<>();
        blocks.forEach(block -> boundaries.addAll(List.of(instructions.indexOf(block.start), instructions.indexOf(block.end))));
        List<List<TryCatchBlockNode>> byIndex = new ArrayList<>(instructions.size());
        List<TryCatchBlockNode> current = List.of();
        for (int index = 0; index < instructions.size(); index++) {
            if (boundaries.contains(index)) {
                current = covering(instructions, blocks, index);
            }
            byIndex.add(current);
        }
        return new Handlers(byIndex);
    }

    private static List<TryCatchBlockNode> covering(InsnList instructions, List<TryCatchBlockNode> blocks, int index) {
        List<TryCatchBlockNode> covering = new ArrayList<>();
        Set<String> caught = new HashSet<>();
        for (TryCatchBlockNode block : blocks) {
            if (index >= instructions.indexOf(block.start) && index < instructions.indexOf(block.end) && caught.add(block.type)) {
                covering.add(block);
                if (block.type == null || block.type.equals("java/lang/Throwable")) {
                    break;
                }
            }
        }
        return List.copyOf(covering);
    }

    /** What covers an instruction, in the order in which exceptions are offered; the same list for neighbours that are covered alike. */
    List<TryCatchBlockNode> at(int index) {
        return byIndex.get(index);
    }
}
