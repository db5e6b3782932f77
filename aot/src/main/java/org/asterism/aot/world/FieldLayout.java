package org.asterism.aot.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Offsets of instance fields: superclass first, then by falling size, with smaller fields filling the gap in front of the
 * first 8-byte one. Headers take 12 bytes.
 */
public final class FieldLayout {
    /** Bytes of the object header: class pointer and hash/lock word. */
    public static final int HEADER_SIZE = 12;
    /** Offset of the length of an array. */
    public static final int ARRAY_LENGTH = 12;
    /** Offset of the first element of an array. */
    public static final int ARRAY_BASE = 16;
    /** Offset, in {@code java.lang.Class}, of the hidden address of the metadata. */
    public static final int MIRROR_METADATA = 16;
    private static final int OBJECT_ALIGNMENT = 16;

    private final Map<JavaField, Integer> offsets = new HashMap<>();
    private final Map<JavaClass, Integer> ends = new HashMap<>();

    /** The offset of an instance field in bytes from the start of the object. */
    public synchronized int offset(JavaField field) {
        end(field.owner());
        return offsets.get(field);
    }

    /** The size of an instance in bytes, a multiple of 16. */
    public synchronized int instanceSize(JavaClass type) {
        return align(end(type), OBJECT_ALIGNMENT);
    }

    /** The offsets of the reference fields, inherited ones first, rising within a class. */
    public synchronized List<Integer> referenceOffsets(JavaClass type) {
        List<Integer> found = type.superclass() == null ? new ArrayList<>() : referenceOffsets(type.superclass());
        List<Integer> own = new ArrayList<>();
        for (JavaField field : type.fields()) {
            if (!field.isStatic() && field.isReference()) {
                own.add(offset(field));
            }
        }
        own.sort(Comparator.naturalOrder());
        found.addAll(own);
        return found;
    }

    private int end(JavaClass type) {
        Integer known = ends.get(type);
        if (known == null) {
            known = place(type, start(type));
            ends.put(type, known);
        }
        return known;
    }

    private int start(JavaClass type) {
        if (type.name().equals("java/lang/Class") && type.bundle().isJavaBase()) {
            return MIRROR_METADATA + Long.BYTES;
        }
        return type.superclass() == null ? HEADER_SIZE : end(type.superclass());
    }

    private int place(JavaClass type, int start) {
        List<JavaField> pending = new ArrayList<>();
        for (JavaField field : type.fields()) {
            if (!field.isStatic()) {
                pending.add(field);
            }
        }
        pending.sort(Comparator.comparingInt(JavaField::size).reversed());
        int position = start;
        while (!pending.isEmpty()) {
            JavaField next = pending.get(0);
            for (JavaField candidate : pending) {
                if (position % candidate.size() == 0) {
                    next = candidate;
                    break;
                }
            }
            pending.remove(next);
            position = align(position, next.size());
            offsets.put(next, position);
            position += next.size();
        }
        return position;
    }

    private static int align(int value, int alignment) {
        return (value + alignment - 1) / alignment * alignment;
    }
}
