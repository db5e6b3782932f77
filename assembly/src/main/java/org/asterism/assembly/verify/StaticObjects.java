package org.asterism.assembly.verify;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which static final fields hold what can change: by the type they are declared with, or by the object that the initialiser
 * puts there. Only classes of {@code java.base} are known; a bundle's own mutable class is not seen, nor is an array.
 */
final class StaticObjects {
    private static final Set<String> MUTABLE_TYPES = Set.of(
            "java/lang/StringBuilder", "java/lang/StringBuffer", "java/util/ArrayList", "java/util/LinkedList", "java/util/ArrayDeque",
            "java/util/Vector", "java/util/Stack", "java/util/PriorityQueue", "java/util/HashMap", "java/util/LinkedHashMap", "java/util/TreeMap",
            "java/util/IdentityHashMap", "java/util/EnumMap", "java/util/WeakHashMap", "java/util/Hashtable", "java/util/HashSet",
            "java/util/LinkedHashSet", "java/util/TreeSet", "java/util/BitSet", "java/util/Random", "java/util/SplittableRandom");
    private static final String CONCURRENT = "java/util/concurrent/";
    private static final Set<String> IMMUTABLE_CONCURRENT = Set.of("java/util/concurrent/TimeUnit", "java/util/concurrent/Callable");

    private StaticObjects() {}

    /** The names of the static fields that hold such objects. */
    static Set<String> mutable(ClassNode in) {
        Set<String> mutable = new HashSet<>();
        for (FieldNode field : in.fields) {
            if ((field.access & Opcodes.ACC_STATIC) != 0 && field.desc.startsWith("L") && isMutable(field.desc.substring(1, field.desc.length() - 1))) {
                mutable.add(field.name);
            }
        }
        for (MethodNode method : in.methods) {
            if (method.name.equals("<clinit>")) {
                addAssigned(in, method, mutable);
            }
        }
        return mutable;
    }

    private static boolean isMutable(String type) {
        return MUTABLE_TYPES.contains(type) || type.startsWith(CONCURRENT) && !IMMUTABLE_CONCURRENT.contains(type);
    }

    /** {@code FIELD = new HashMap<>()} is a constructor call followed by the store. */
    private static void addAssigned(ClassNode in, MethodNode initializer, Set<String> mutable) {
        for (AbstractInsnNode instruction : initializer.instructions) {
            boolean stores = instruction instanceof FieldInsnNode store && store.getOpcode() == Opcodes.PUTSTATIC && store.owner.equals(in.name);
            if (stores && instruction.getPrevious() instanceof MethodInsnNode call && call.name.equals("<init>") && isMutable(call.owner)) {
                mutable.add(((FieldInsnNode) instruction).name);
            }
        }
    }
}
