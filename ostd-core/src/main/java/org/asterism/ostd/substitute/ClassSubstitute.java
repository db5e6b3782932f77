package org.asterism.ostd.substitute;

import org.asterism.ostd.runtime.ClassInitialization;
import org.asterism.ostd.runtime.ClassMetadata;
import org.asterism.ostd.runtime.ClassObjects;
import org.asterism.ostd.runtime.ObjectAllocator;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** The natives of {@link Class} and what it would ask reflection for, answered from class metadata. */
@SubstituteClass(value = Class.class, reason = "its answers come from the JVM's class structures")
final class ClassSubstitute {
    private static final String METADATA = "answered from class metadata";
    private static final String NO_LOADING = "classes are never loaded in a closed world";

    private ClassSubstitute() {}

    @SubstituteMethod(name = "<clinit>", reason = "registers natives")
    static void initialize() {
        // natives are bound by the compiler
    }

    @SubstituteMethod(reason = METADATA)
    static boolean isInstance(Class<?> self, Object object) {
        return object != null && ClassObjects.isAssignable(ClassObjects.metadataOf(self), ClassObjects.metadataOfObject(object));
    }

    @SubstituteMethod(reason = METADATA)
    static boolean isAssignableFrom(Class<?> self, Class<?> other) {
        return ClassObjects.isAssignable(ClassObjects.metadataOf(self), ClassObjects.metadataOf(other));
    }

    @SubstituteMethod(reason = METADATA)
    static boolean isInterface(Class<?> self) {
        return ClassObjects.has(ClassObjects.metadataOf(self), ClassMetadata.FLAG_INTERFACE);
    }

    @SubstituteMethod(reason = METADATA)
    static boolean isArray(Class<?> self) {
        return ClassObjects.elementOf(ClassObjects.metadataOf(self)) != 0;
    }

    @SubstituteMethod(reason = METADATA)
    static boolean isPrimitive(Class<?> self) {
        return ClassObjects.kind(ClassObjects.metadataOf(self)) == ClassMetadata.KIND_PRIMITIVE;
    }

    @SubstituteMethod(reason = METADATA)
    static boolean isEnum(Class<?> self) {
        return ClassObjects.has(ClassObjects.metadataOf(self), ClassMetadata.FLAG_ENUM) && self.getSuperclass() == Enum.class;
    }

    @SubstituteMethod(reason = METADATA)
    static boolean isRecord(Class<?> self) {
        return ClassObjects.has(ClassObjects.metadataOf(self), ClassMetadata.FLAG_RECORD);
    }

    @SubstituteMethod(reason = METADATA)
    static boolean isHidden(Class<?> self) {
        return false;
    }

    @SubstituteMethod(reason = METADATA)
    static String getName(Class<?> self) {
        return ClassObjects.nameOf(ClassObjects.metadataOf(self));
    }

    @SubstituteMethod(reason = METADATA)
    static Class<?> getSuperclass(Class<?> self) {
        long metadata = ClassObjects.metadataOf(self);
        return ClassObjects.elementOf(metadata) != 0 ? Object.class : ClassObjects.classOf(Address.loadLong(metadata + ClassMetadata.SUPERCLASS));
    }

    @SubstituteMethod(name = "getInterfaces", reason = METADATA)
    static Class<?>[] interfaces(Class<?> self) {
        long metadata = ClassObjects.metadataOf(self);
        Class<?>[] found = new Class<?>[ClassObjects.interfaceCount(metadata)];
        for (int i = 0; i < found.length; i++) {
            found[i] = ClassObjects.classOf(ClassObjects.interfaceAt(metadata, i));
        }
        return found;
    }

    @SubstituteMethod(reason = METADATA)
    static int getModifiers(Class<?> self) {
        return Address.loadInt(ClassObjects.metadataOf(self) + ClassMetadata.MODIFIERS);
    }

    @SubstituteMethod(reason = METADATA)
    static Class<?> getComponentType(Class<?> self) {
        return ClassObjects.classOf(ClassObjects.elementOf(ClassObjects.metadataOf(self)));
    }

    private static Class<?> innermost(Class<?> self) {
        Class<?> element = self;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }

    /** A pair for each dimension of an array. */
    private static String brackets(Class<?> self) {
        return "[]".repeat(self.getName().lastIndexOf('[') + 1);
    }

    @SubstituteMethod(reason = METADATA)
    static String getTypeName(Class<?> self) {
        return innermost(self).getName() + brackets(self);
    }

    @SubstituteMethod(reason = METADATA)
    static String getPackageName(Class<?> self) {
        Class<?> element = innermost(self);
        if (element.isPrimitive()) {
            return "java.lang";
        }
        int dot = element.getName().lastIndexOf('.');
        return dot < 0 ? "" : element.getName().substring(0, dot);
    }

    @SubstituteMethod(reason = METADATA)
    static String getSimpleName(Class<?> self) {
        String name = innermost(self).getName();
        int start = name.lastIndexOf('.') + 1;
        int nested = name.lastIndexOf('$') + 1;
        start = Math.max(start, nested);
        while (nested != 0 && start < name.length() && name.charAt(start) >= '0' && name.charAt(start) <= '9') {
            start++; // the number of a local class; an anonymous one has nothing else
        }
        return name.substring(start) + brackets(self);
    }

    @SubstituteMethod(reason = METADATA)
    static String getCanonicalName(Class<?> self) {
        String name = innermost(self).getName();
        for (int i = name.indexOf('$'); i >= 0; i = name.indexOf('$', i + 1)) {
            if (i + 1 < name.length() && name.charAt(i + 1) <= '9') {
                return null; // a local or anonymous class has a number there
            }
        }
        return name.replace('$', '.') + brackets(self);
    }

    @SubstituteMethod(reason = METADATA)
    static Object[] getEnumConstantsShared(Class<?> self) {
        long slot = Address.loadLong(ClassObjects.metadataOf(self) + ClassMetadata.ENUM_CONSTANTS);
        if (slot == 0) {
            return null;
        }
        ClassInitialization.initialize(ClassObjects.metadataOf(self));
        // SAFETY: the slot is the static field that holds the array of constants.
        return ObjectReference.fromAddress(Address.loadLong(slot));
    }

    @SubstituteMethod(reason = METADATA)
    static Object[] getEnumConstants(Class<?> self) {
        Object[] shared = getEnumConstantsShared(self);
        return shared == null ? null : (Object[]) ObjectAllocator.copyOf(shared);
    }

    @SubstituteMethod(reason = METADATA)
    static Class<?> getPrimitiveClass(String name) {
        Class<?> array = switch (name) {
            case "boolean" -> boolean[].class;
            case "byte" -> byte[].class;
            case "short" -> short[].class;
            case "char" -> char[].class;
            case "int" -> int[].class;
            case "long" -> long[].class;
            case "float" -> float[].class;
            case "double" -> double[].class;
            default -> null;
        };
        return array == null ? null : array.getComponentType();
    }

    @SubstituteMethod(reason = NO_LOADING)
    static Class<?> forName(String name) throws ClassNotFoundException {
        throw new ClassNotFoundException(name);
    }

    @SubstituteMethod(reason = "assertions are off in images")
    static boolean desiredAssertionStatus(Class<?> self) {
        return false;
    }
}
