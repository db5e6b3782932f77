package org.asterism.ostd.runtime;

import java.util.HashMap;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AssemblyAddress;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;

/** The strings that {@link String#intern} has answered with: the literals of the image, and whatever was asked for since. */
public final class StringTable {
    private static HashMap<String, String> strings;

    private StringTable() {}

    @AssemblyAddress("asterism_image_objects_start")
    private static native long imageObjectsStart();

    @AssemblyAddress("asterism_image_objects_end")
    private static native long imageObjectsEnd();

    /**
     * The one string of its text.
     *
     * @param text not null
     * @return always the same for equal texts
     */
    public static synchronized String intern(String text) {
        if (strings == null) {
            strings = new HashMap<>();
            addLiterals();
        }
        String known = strings.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static void addLiterals() {
        long stringClass = ClassObjects.metadataOf(String.class);
        long object = imageObjectsStart();
        // SAFETY: the compiler lays the objects of the image one after the other, each 16-byte aligned.
        while (object < imageObjectsEnd()) {
            long metadata = Address.loadLong(object + ObjectLayout.CLASS_POINTER);
            if (metadata == stringClass) {
                String literal = (String) ObjectReference.fromAddress(object);
                strings.put(literal, literal);
            }
            object += sizeOf(object, metadata);
        }
    }

    private static long sizeOf(long object, long metadata) {
        int instance = Address.loadInt(metadata + ClassMetadata.INSTANCE_SIZE);
        if (instance != 0) {
            return instance;
        }
        long elements = (long) Address.loadInt(object + ObjectLayout.ARRAY_LENGTH) << Address.loadByte(metadata + ClassMetadata.ELEMENT_SHIFT);
        return ObjectLayout.align(ObjectLayout.ARRAY_DATA + elements);
    }
}
