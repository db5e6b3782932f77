package org.asterism.ostd.substitute;

import java.util.HashMap;
import org.asterism.ostd.runtime.ClassMetadata;
import org.asterism.ostd.runtime.ClassObjects;
import org.asterism.ostd.runtime.ObjectAllocator;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.TargetField;
import org.asterism.ostd.unsafe.TargetMethod;

/** Access to the entries inside a {@link HashMap}. */
@SubstituteClass(className = "java.util.HashMap$Node", reason = "the map's substitution moves entries between tables")
final class HashMapNodes {
    private static final String TREE = "java.util.HashMap$TreeNode";

    private HashMapNodes() {}

    @TargetField("hash")
    static native int hash(Object node);

    @TargetField("next")
    static native Object next(Object node);

    @TargetField("next")
    static native void next(Object node, Object next);

    @TargetMethod("<init>")
    private static native Object create(int hash, Object key, Object value, Object next);

    /** Access to bins that have become trees. */
    @SubstituteClass(className = "java.util.HashMap$TreeNode", reason = "a tree splits itself")
    static final class Trees {
        private Trees() {}

        @TargetMethod("split")
        static native void split(Object root, HashMap<?, ?> map, Object[] table, int index, int bit);
    }

    /** Whether a bin is a tree. */
    static boolean isTree(Object node) {
        return ClassObjects.nameOf(ClassObjects.metadataOfObject(node)).equals(TREE);
    }

    /** A new table for entries. */
    static Object[] table(int capacity) {
        // The class of entries has no name here, but an entry has a class.
        long entry = ClassObjects.metadataOfObject(create(0, null, null, null));
        return (Object[]) ObjectAllocator.allocateArray(Address.loadLong(entry + ClassMetadata.ARRAY_CLASS), capacity);
    }
}
