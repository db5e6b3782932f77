package org.asterism.aot.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/** All classes that an image may contain, loaded on demand. Not thread-safe. */
public final class World {
    private static final List<String> PRIMITIVES =
            List.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "void");

    /** Any class may come to call the language runtime, even one of java.base. */
    private static final String RUNTIME_PACKAGE = "org/asterism/ostd/runtime";

    private final List<Bundle> bundles = new ArrayList<>();
    private final Map<String, List<Bundle>> packageOwners = new HashMap<>();
    private final Map<Bundle, Map<String, JavaClass>> classes = new HashMap<>();
    private final Map<String, JavaClass> primitives = new TreeMap<>();
    private final Map<JavaClass, JavaClass> arrays = new ConcurrentHashMap<>();

    /** A world that holds {@code java.base} alone. */
    public World(ClassContainer javaBase) {
        Bundle base = new Bundle("java.base", 0, true, javaBase, Map.of());
        bundles.add(base);
        classes.put(base, new ConcurrentHashMap<>());
        for (String primitive : PRIMITIVES) {
            primitives.put(primitive, new JavaClass(base, primitive, null, null, null, List.of(), Map.of()));
        }
    }

    /**
     * Adds a bundle.
     *
     * @param wires the bundle that each imported package (with slashes) is wired to; packages that are not named are
     *     taken from the only bundle that has them
     */
    public Bundle addBundle(String name, boolean privileged, ClassContainer container, Map<String, String> wires) {
        Bundle bundle = new Bundle(name, bundles.size(), privileged, container, wires);
        bundles.add(bundle);
        classes.put(bundle, new ConcurrentHashMap<>());
        for (String packageName : bundle.packages()) {
            packageOwners.computeIfAbsent(packageName, key -> new ArrayList<>()).add(bundle);
        }
        return bundle;
    }

    /** The bundles, {@code java.base} first, then in the order they were added. */
    public List<Bundle> bundles() {
        return bundles;
    }

    /** The bundle of {@code java.base}. */
    public Bundle javaBase() {
        return bundles.get(0);
    }

    /** A class of {@code java.base} by internal name. */
    public JavaClass platform(String internalName) {
        return load(javaBase(), internalName);
    }

    /** {@code java.lang.Object}. */
    public JavaClass object() {
        return platform("java/lang/Object");
    }

    /** A primitive type or {@code void} by keyword. */
    public JavaClass primitive(String keyword) {
        return primitives.get(keyword);
    }

    /**
     * The class that a name means in a bundle: its own, else the one of the bundle its package is wired to.
     *
     * @throws UnresolvedReferenceException if there is none
     */
    public JavaClass load(Bundle from, String internalName) {
        return find(from, internalName).orElseThrow(() -> new UnresolvedReferenceException(
                "class " + internalName.replace('/', '.') + " is not in bundle " + from + " nor in a bundle wired to it"));
    }

    /** Like {@link #load} but without an error. Array descriptors are accepted. */
    public Optional<JavaClass> find(Bundle from, String internalName) {
        if (internalName.startsWith("[")) {
            return Optional.of(ofDescriptor(from, internalName));
        }
        if (internalName.startsWith(RUNTIME_PACKAGE)) {
            return packageOwners.getOrDefault(RUNTIME_PACKAGE, List.of()).stream().findFirst()
                    .flatMap(owner -> findIn(owner, internalName));
        }
        return findIn(from, internalName);
    }

    private Optional<JavaClass> findIn(Bundle from, String internalName) {
        JavaClass known = classes.get(from).get(internalName);
        return Optional.ofNullable(known != null ? known : loadNow(from, internalName));
    }

    private synchronized JavaClass loadNow(Bundle from, String internalName) {
        Map<String, JavaClass> known = classes.get(from);
        JavaClass loaded = known.get(internalName);
        if (loaded == null) {
            loaded = locate(from, internalName);
            if (loaded != null) {
                known.put(internalName, loaded);
            }
        }
        return loaded;
    }

    private JavaClass locate(Bundle from, String internalName) {
        Optional<byte[]> own = from.classes().read(internalName + ".class");
        if (own.isPresent()) {
            return parse(from, own.get());
        }
        if (from.isJavaBase()) {
            return null;
        }
        String packageName = internalName.substring(0, Math.max(0, internalName.lastIndexOf('/')));
        String wire = from.wire(packageName);
        List<Bundle> owners = packageOwners.getOrDefault(packageName, List.of());
        for (Bundle owner : owners) {
            if (owner != from && (wire == null || wire.equals(owner.name()))) {
                if (wire == null && owners.size() > 1) {
                    throw new UnresolvedReferenceException("package " + packageName.replace('/', '.') + " used by bundle "
                            + from + " is in bundles " + owners + "; say in the request which one it is wired to");
                }
                return find(owner, internalName).orElse(null);
            }
        }
        return find(javaBase(), internalName).orElse(null);
    }

    /** Adds a class made by the compiler to a bundle; its initialisation takes that of the host for granted. */
    public JavaClass define(JavaClass host, ClassNode node) {
        JavaClass defined = define(host.bundle(), node, Map.of());
        defined.setInitializationHost(host);
        classes.get(host.bundle()).put(node.name, defined);
        return defined;
    }

    private JavaClass parse(Bundle bundle, byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassNode node = new ClassNode();
        reader.accept(node, ClassReader.SKIP_FRAMES);
        return define(bundle, node, CodeSizes.of(reader));
    }

    private JavaClass define(Bundle bundle, ClassNode node, Map<String, Integer> sizes) {
        JavaClass superclass = node.superName == null ? null : load(bundle, node.superName);
        List<JavaClass> interfaces = node.interfaces.stream().map(name -> load(bundle, name)).toList();
        return new JavaClass(bundle, node.name, node, null, superclass, interfaces, sizes);
    }

    /** The type that a field descriptor means in a bundle. */
    public JavaClass ofDescriptor(Bundle from, String descriptor) {
        return switch (descriptor.charAt(0)) {
            case '[' -> array(ofDescriptor(from, descriptor.substring(1)));
            case 'L' -> load(from, descriptor.substring(1, descriptor.length() - 1));
            default -> primitive(Type.getType(descriptor).getClassName());
        };
    }

    /** The array class of an element class. */
    public JavaClass array(JavaClass element) {
        JavaClass known = arrays.get(element);
        return known != null ? known : makeArray(element);
    }

    private synchronized JavaClass makeArray(JavaClass element) {
        if (arrays.containsKey(element)) {
            return arrays.get(element);
        }
        List<JavaClass> interfaces = List.of(platform("java/lang/Cloneable"), platform("java/io/Serializable"));
        JavaClass created = new JavaClass(element.bundle(), "[" + element.descriptor(), null, element, object(),
                interfaces, Map.of());
        for (JavaClass supertype : List.copyOf(element.supertypes())) {
            if (supertype != element) {
                created.addSupertypes(Set.of(array(supertype)));
            }
        }
        arrays.put(element, created);
        return created;
    }
}
