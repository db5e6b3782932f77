package org.asterism.aot.world;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/** A method of a class of the world. */
public final class JavaMethod {
    private final JavaClass owner;
    private final MethodNode node;
    private final Type[] parameters;
    private final Type result;
    private final String signature;

    JavaMethod(JavaClass owner, MethodNode node) {
        this.owner = owner;
        this.node = node;
        this.parameters = Type.getArgumentTypes(node.desc);
        this.result = Type.getReturnType(node.desc);
        this.signature = node.name + node.desc;
    }

    /** The declaring class. */
    public JavaClass owner() {
        return owner;
    }

    /** The class-file view, whose instructions the lowering rewrites in place. */
    public MethodNode node() {
        return node;
    }

    /** The name, {@code <init>} and {@code <clinit>} included. */
    public String name() {
        return node.name;
    }

    /** The descriptor. */
    public String descriptor() {
        return node.desc;
    }

    /** Name and descriptor together: what overriding compares. */
    public String signature() {
        return signature;
    }

    /** The declared parameter types, without the receiver. */
    public Type[] parameters() {
        return parameters;
    }

    /** The result type. */
    public Type result() {
        return result;
    }

    /** Whether a modifier of {@link Opcodes} is set. */
    public boolean is(int access) {
        return (node.access & access) != 0;
    }

    /** Whether it is static. */
    public boolean isStatic() {
        return is(Opcodes.ACC_STATIC);
    }

    /** Whether it has no body. */
    public boolean isAbstract() {
        return is(Opcodes.ACC_ABSTRACT);
    }

    /** Whether it is native. */
    public boolean isNative() {
        return is(Opcodes.ACC_NATIVE);
    }

    /** Whether it is a constructor. */
    public boolean isConstructor() {
        return node.name.equals("<init>");
    }

    /** Whether it is a class initialiser. */
    public boolean isClassInitializer() {
        return node.name.equals("<clinit>");
    }

    /** Whether a call by {@code invokevirtual} can only mean this method. */
    public boolean isStaticallyBound() {
        return is(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL | Opcodes.ACC_STATIC) || isConstructor() || owner.isFinal();
    }

    /** The annotation of that internal name, or null. */
    public AnnotationNode annotation(String internalName) {
        return Annotations.find(node.invisibleAnnotations, node.visibleAnnotations, internalName);
    }

    /** Whether it carries one of the annotations. */
    public boolean isAnnotated(List<String> internalNames) {
        return internalNames.stream().anyMatch(name -> annotation(name) != null);
    }

    /** The size of its bytecode in bytes, as the class file has it; 0 without a body. */
    public int codeSize() {
        return owner.codeSize(this);
    }

    @Override
    public String toString() {
        return owner + "." + node.name + node.desc;
    }
}
