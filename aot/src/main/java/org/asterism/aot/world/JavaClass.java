package org.asterism.aot.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A class, interface, array class or primitive type of the world. Its identity is (bundle, name). */
public final class JavaClass {
    private final Bundle bundle;
    private final String name;
    private final String binaryName;
    private final String packageName;
    private final ClassNode node;
    private final JavaClass element;
    private final JavaClass superclass;
    private final List<JavaClass> interfaces;
    private final Set<JavaClass> supertypes = new LinkedHashSet<>();
    private final Map<String, JavaMethod> methods = new LinkedHashMap<>();
    private final Map<String, JavaField> fields = new LinkedHashMap<>();
    private final Map<String, Integer> codeSizes;
    private JavaClass initializationHost;
    private List<JavaClass> initializedInterfaces;

    JavaClass(Bundle bundle, String name, ClassNode node, JavaClass element, JavaClass superclass,
            List<JavaClass> interfaces, Map<String, Integer> codeSizes) {
        this.bundle = bundle;
        this.name = name;
        this.binaryName = name.replace('/', '.');
        this.packageName = node == null ? "" : name.substring(0, Math.max(0, name.lastIndexOf('/')));
        this.node = node;
        this.element = element;
        this.superclass = superclass;
        this.interfaces = List.copyOf(interfaces);
        this.codeSizes = codeSizes;
        supertypes.add(this);
        if (superclass != null) {
            supertypes.addAll(superclass.supertypes);
        }
        for (JavaClass parent : interfaces) {
            supertypes.addAll(parent.supertypes);
        }
        if (node != null) {
            for (MethodNode method : node.methods) {
                JavaMethod declared = new JavaMethod(this, method);
                methods.put(declared.signature(), declared);
            }
            for (FieldNode field : node.fields) {
                fields.put(field.name + ":" + field.desc, new JavaField(this, field));
            }
        }
    }

    /** The bundle it comes from; for an array that of its innermost element. */
    public Bundle bundle() {
        return bundle;
    }

    /** The internal name ({@code java/lang/String}), the descriptor of an array, or the keyword of a primitive type. */
    public String name() {
        return name;
    }

    /** The name as {@code Class.getName} gives it. */
    public String binaryName() {
        return binaryName;
    }

    /** The package with slashes, empty for arrays, primitives and the unnamed package. */
    public String packageName() {
        return packageName;
    }

    /** The descriptor of a variable of this type. */
    public String descriptor() {
        if (isPrimitive()) {
            return switch (name) {
                case "boolean" -> "Z";
                case "long" -> "J";
                default -> name.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
            };
        }
        return isArray() ? name : "L" + name + ";";
    }

    /** The class-file view; null for arrays and primitives. */
    public ClassNode node() {
        return node;
    }

    /** The element class of an array, else null. */
    public JavaClass element() {
        return element;
    }

    /** The superclass; {@code Object} for arrays and interfaces too; null for {@code Object} and primitives. */
    public JavaClass superclass() {
        return superclass;
    }

    /** The direct superinterfaces. */
    public List<JavaClass> interfaces() {
        return interfaces;
    }

    /** All types whose variables may hold an instance of exactly this class, itself first. */
    public Set<JavaClass> supertypes() {
        return supertypes;
    }

    void addSupertypes(Set<JavaClass> types) {
        supertypes.addAll(types);
    }

    /** Whether a value of this class may be stored in a variable of another type. */
    public boolean isSubtypeOf(JavaClass other) {
        return supertypes.contains(other);
    }

    /** The declared methods in class-file order. */
    public Iterable<JavaMethod> methods() {
        return methods.values();
    }

    /** The declared method with that name and descriptor, or null. */
    public JavaMethod method(String methodName, String descriptor) {
        return methods.get(methodName + descriptor);
    }

    JavaMethod methodBySignature(String signature) {
        return methods.get(signature);
    }

    /** The declared methods of one name. */
    public List<JavaMethod> methodsNamed(String methodName) {
        List<JavaMethod> found = new ArrayList<>();
        for (JavaMethod method : methods.values()) {
            if (method.name().equals(methodName)) {
                found.add(method);
            }
        }
        return found;
    }

    /** The declared fields in class-file order. */
    public Iterable<JavaField> fields() {
        return fields.values();
    }

    /** The declared field of that name and descriptor, or null. */
    public JavaField field(String fieldName, String descriptor) {
        return fields.get(fieldName + ":" + descriptor);
    }

    /** The first declared field of that name, or null. */
    public JavaField fieldNamed(String fieldName) {
        return fields.values().stream().filter(field -> field.name().equals(fieldName)).findFirst().orElse(null);
    }

    /** The class initialiser, or null. */
    public JavaMethod initializer() {
        return method("<clinit>", "()V");
    }

    /** The modifiers of the source, as {@code Class.getModifiers} gives them: a nested class may be static, private or protected. */
    public int modifiers() {
        if (node != null) {
            for (InnerClassNode nested : node.innerClasses) {
                if (nested.name.equals(name)) {
                    return nested.access & 0xFFFF & ~Opcodes.ACC_SUPER;
                }
            }
        }
        return access() & 0xFFFF & ~Opcodes.ACC_SUPER;
    }

    /**
     * The superinterfaces that are initialised with this class, in order, those of its superclass aside: the ones that declare
     * instance methods with bodies (JLS §12.4.1, JVMS §5.5). Empty for interfaces.
     */
    public List<JavaClass> initializedInterfaces() {
        if (initializedInterfaces == null) {
            List<JavaClass> found = new ArrayList<>();
            if (!isInterface()) {
                Set<JavaClass> seen = new HashSet<>();
                interfaces.forEach(each -> each.collectInitialized(found, seen));
            }
            initializedInterfaces = List.copyOf(found);
        }
        return initializedInterfaces;
    }

    /** Looks at each interface once: ways to one are as many as a power of the depth of its hierarchy. */
    private void collectInitialized(List<JavaClass> found, Set<JavaClass> seen) {
        if (seen.add(this)) {
            interfaces.forEach(each -> each.collectInitialized(found, seen));
            if (declaresBodies()) {
                found.add(this);
            }
        }
    }

    /** Whether it declares an instance method with a body; for interfaces: a default or private one. */
    public boolean declaresBodies() {
        return methods.values().stream().anyMatch(method -> !method.isStatic() && !method.isAbstract());
    }

    /** Whether code of this class only runs when another type is initialised, or its initialisation is under way. */
    public boolean impliesInitialized(JavaClass type) {
        for (JavaClass running = this; running != null; running = running.initializationHost) {
            if (running == type || !type.isInterface() && running.isSubtypeOf(type)) {
                return true;
            }
        }
        return false;
    }

    /** The modifiers of the class file; {@code public abstract final} for arrays and primitives. */
    public int access() {
        return node != null ? node.access : Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_FINAL;
    }

    /** Whether it is an interface. */
    public boolean isInterface() {
        return node != null && (node.access & Opcodes.ACC_INTERFACE) != 0;
    }

    /** Whether it is an abstract class or an interface. */
    public boolean isAbstract() {
        return node != null && (node.access & Opcodes.ACC_ABSTRACT) != 0;
    }

    /** Whether it has no subclasses by declaration. */
    public boolean isFinal() {
        return node != null && (node.access & Opcodes.ACC_FINAL) != 0;
    }

    /** Whether it is an array class. */
    public boolean isArray() {
        return element != null;
    }

    /** Whether it is a primitive type or {@code void}. */
    public boolean isPrimitive() {
        return node == null && element == null;
    }

    /** Whether a variable of this type is checked by the JVM's verifier: interfaces, and arrays of them, are not. */
    public boolean isVerified() {
        return isArray() ? element.isPrimitive() || element.isVerified() : !isInterface();
    }

    /** The annotation of that internal name, or null. */
    public AnnotationNode annotation(String internalName) {
        return node == null ? null
                : Annotations.find(node.invisibleAnnotations, node.visibleAnnotations, internalName);
    }

    /** The class whose initialisation a generated class (a lambda) may take for granted, or null. */
    public JavaClass initializationHost() {
        return initializationHost;
    }

    void setInitializationHost(JavaClass host) {
        initializationHost = host;
    }

    int codeSize(JavaMethod method) {
        return codeSizes.getOrDefault(method.signature(), 0);
    }

    @Override
    public String toString() {
        return isArray() ? element + "[]" : binaryName();
    }
}
