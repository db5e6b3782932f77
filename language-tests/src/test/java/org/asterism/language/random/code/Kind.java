package org.asterism.language.random.code;

import java.util.List;
import org.objectweb.asm.Type;

/** What a slot of the operand stack or a local variable holds. */
enum Kind {
    INT("I"),
    LONG("J"),
    FLOAT("F"),
    DOUBLE("D"),
    STRING("Ljava/lang/String;"),
    INTS("[I"),
    OBJECTS("[Ljava/lang/Object;"),
    OBJECT("Ljava/lang/Object;"),
    FAILURE("Ljava/lang/RuntimeException;");

    /** What can be stored in variables and stand on the stack where blocks begin. */
    static final List<Kind> STORED = List.of(INT, LONG, OBJECT, DOUBLE, STRING, INT, FLOAT, INTS, OBJECTS, FAILURE);
    /** What arithmetic works on. */
    static final List<Kind> NUMERIC = List.of(INT, LONG, FLOAT, DOUBLE);

    private final Type type;

    Kind(String descriptor) {
        type = Type.getType(descriptor);
    }

    /** As in a field's or method's descriptor. */
    String descriptor() {
        return type.getDescriptor();
    }

    /** The name of the class or array class. */
    String internalName() {
        return type.getInternalName();
    }

    /** How many entries of the stack a value takes (JVMS §2.11.1). */
    int category() {
        return type.getSize();
    }

    boolean isReference() {
        return type.getSort() >= Type.ARRAY;
    }

    /** Whether a value of this kind can stand where the other is wanted. */
    boolean fits(Kind wanted) {
        return this == wanted || wanted == OBJECT && isReference();
    }

    /** The instruction for this kind, from the one for {@code int}. */
    int opcode(int forInt) {
        return type.getOpcode(forInt);
    }
}
