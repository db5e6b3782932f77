package org.asterism.aot.world;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;

/** A field of a class of the world. */
public final class JavaField {
    private final JavaClass owner;
    private final FieldNode node;

    JavaField(JavaClass owner, FieldNode node) {
        this.owner = owner;
        this.node = node;
    }

    /** The declaring class. */
    public JavaClass owner() {
        return owner;
    }

    /** The simple name. */
    public String name() {
        return node.name;
    }

    /** The descriptor. */
    public String descriptor() {
        return node.desc;
    }

    /** The value of its {@code ConstantValue} attribute, or null. */
    public Object constant() {
        return node.value;
    }

    /** Whether it is static. */
    public boolean isStatic() {
        return (node.access & Opcodes.ACC_STATIC) != 0;
    }

    /**
     * Whether it is the one in which a compiler of Java keeps whether assertions are off. The name is free to all, and what a class keeps itself
     * under it has any type and value.
     */
    public boolean isAssertionStatus() {
        return node.name.equals("$assertionsDisabled") && node.desc.equals("Z") && isStatic() && isFinal()
                && (node.access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    /** Whether it is volatile. */
    public boolean isVolatile() {
        return (node.access & Opcodes.ACC_VOLATILE) != 0;
    }

    /** Whether it is final. */
    public boolean isFinal() {
        return (node.access & Opcodes.ACC_FINAL) != 0;
    }

    /** Whether it holds a reference. */
    public boolean isReference() {
        char first = node.desc.charAt(0);
        return first == 'L' || first == '[';
    }

    /** The size of its storage in bytes. */
    public int size() {
        return sizeOf(node.desc.charAt(0));
    }

    /** The size in bytes of a value whose descriptor starts with a character. */
    public static int sizeOf(char descriptor) {
        return switch (descriptor) {
            case 'Z', 'B' -> 1;
            case 'S', 'C' -> 2;
            case 'I', 'F' -> 4;
            default -> 8;
        };
    }

    @Override
    public String toString() {
        return owner + "." + name();
    }
}
