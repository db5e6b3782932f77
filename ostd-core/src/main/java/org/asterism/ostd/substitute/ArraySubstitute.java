package org.asterism.ostd.substitute;

import java.lang.reflect.Array;
import org.asterism.ostd.runtime.ClassMetadata;
import org.asterism.ostd.runtime.ClassObjects;
import org.asterism.ostd.runtime.ObjectAllocator;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@link Array}: makes arrays of the classes that the image holds. */
@SubstituteClass(value = Array.class, reason = "natives")
final class ArraySubstitute {
    private static final String NATIVE = "native";

    private ArraySubstitute() {}

    @SubstituteMethod(reason = NATIVE)
    static Object newArray(Class<?> element, int length) {
        if (element == void.class) {
            throw new IllegalArgumentException();
        }
        if (length < 0) {
            throw new NegativeArraySizeException(Integer.toString(length));
        }
        long metadata = Address.loadLong(ClassObjects.metadataOf(element) + ClassMetadata.ARRAY_CLASS);
        if (metadata == 0) {
            throw new UnsupportedOperationException("the image holds no array class of " + element.getName() + "; name " + element.getTypeName()
                    + "[] somewhere in the program, so that the compiler sees it");
        }
        return ObjectAllocator.allocateArray(metadata, length);
    }

    @SubstituteMethod(reason = NATIVE)
    static int getLength(Object array) {
        if (ClassObjects.elementOf(ClassObjects.metadataOfObject(array)) == 0) {
            throw new IllegalArgumentException("Argument is not an array");
        }
        return Address.loadInt(ObjectReference.toAddress(array) + ObjectLayout.ARRAY_LENGTH);
    }
}
