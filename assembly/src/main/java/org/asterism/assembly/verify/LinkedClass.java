package org.asterism.assembly.verify;

import java.util.HashMap;
import java.util.Map;
import org.asterism.assembly.bundle.Bundle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** One class of the closed world. Its identity is the bundle and the name; {@code java.base} has no bundle. */
final class LinkedClass {
    private final Bundle bundle;
    private final ClassNode node;
    private final Map<String, FieldNode> fields = new HashMap<>();
    private final Map<String, MethodNode> methods = new HashMap<>();

    LinkedClass(Bundle bundle, ClassNode node) {
        this.bundle = bundle;
        this.node = node;
        node.fields.forEach(field -> fields.put(field.name + ":" + field.desc, field));
        node.methods.forEach(method -> methods.put(method.name + method.desc, method));
    }

    /** The bundle that holds it, null for {@code java.base}. */
    Bundle bundle() {
        return bundle;
    }

    ClassNode node() {
        return node;
    }

    /** Internal name, with slashes. */
    String name() {
        return node.name;
    }

    /** Binary name, with dots. */
    String dottedName() {
        return node.name.replace('/', '.');
    }

    String packageName() {
        return packageOf(node.name);
    }

    static String packageOf(String internalName) {
        int slash = internalName.lastIndexOf('/');
        return slash < 0 ? "" : internalName.substring(0, slash);
    }

    boolean isPlatform() {
        return bundle == null;
    }

    boolean is(int accessFlag) {
        return (node.access & accessFlag) != 0;
    }

    boolean isInterface() {
        return is(Opcodes.ACC_INTERFACE);
    }

    /** The field declared here, or null. */
    FieldNode field(String name, String descriptor) {
        return fields.get(name + ":" + descriptor);
    }

    /** The method declared here, or null. */
    MethodNode method(String name, String descriptor) {
        return methods.get(name + descriptor);
    }

    /** Whether both are in one run-time package: the same package of the same bundle (JVMS §5.3). */
    boolean sharesPackageWith(LinkedClass other) {
        return bundle == other.bundle && packageName().equals(other.packageName());
    }

    @Override
    public String toString() {
        return dottedName();
    }
}
