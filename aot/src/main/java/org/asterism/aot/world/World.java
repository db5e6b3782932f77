package org.asterism.aot.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Loads a class after its supertypes, without recursion: hierarchies may be thousands deep. */
    private synchronized JavaClass loadNow(Bundle from, String internalName) {
        Deque<Declaration> path = new ArrayDeque<>();
        declaration(from, internalName).ifPresent(path::push);
        while (!path.isEmpty()) {
            Declaration next = path.peek();
            Optional<Declaration> missing = next.supertypes().stream().flatMap(name -> declaration(next.bundle(), name).stream()).findFirst();
            if (missing.isEmpty()) {
                classes.get(next.bundle()).put(next.node().name, define(path.pop()));
            } else if (path.stream().anyMatch(missing.get()::isOf)) {
                throw new UnresolvedReferenceException("class " + missing.get().node().name.replace('/', '.') + " in bundle " + next.bundle()
                        + " is a supertype of itself");
            } else {
                path.push(missing.get());
            }
        }
        declaration(from, internalName); // enters what another bundle has
        return classes.get(from).get(internalName);
    }

    /** The class file that a name means in a bundle; nothing if there is none, or the class is loaded, which then is known in that bundle. */
    private Optional<Declaration> declaration(Bundle from, String internalName) {
        if (classes.get(from).containsKey(internalName)) {
            return Optional.empty();
        }
        Optional<byte[]> own = from.classes().read(internalName + ".class");
        if (own.isPresent()) {
            return Optional.of(Declaration.parse(from, own.get()));
        }
        Bundle wired = wired(from, internalName);
        if (wired == null) {
            return Optional.empty();
        }
        Optional<Declaration> elsewhere = declaration(wired, internalName);
        JavaClass loaded = classes.get(wired).get(internalName);
        if (loaded != null) {
            classes.get(from).put(internalName, loaded);
        }
        return elsewhere;
    }

    /** The bundle that has what a bundle does not have itself; null if there is none. */
    private Bundle wired(Bundle from, String internalName) {
        if (internalName.startsWith(RUNTIME_PACKAGE)) {
            return packageOwners.getOrDefault(RUNTIME_PACKAGE, List.of()).stream().filter(owner -> owner != from).findFirst().orElse(null);
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
                return owner;
            }
        }
        return javaBase();
    }

    /** Adds a class made by the compiler to a bundle; its initialisation takes that of the host for granted. */
    public JavaClass define(JavaClass host, ClassNode node) {
        JavaClass defined = define(host.bundle(), node, Map.of());
        defined.setInitializationHost(host);
        classes.get(host.bundle()).put(node.name, defined);
        return defined;
    }

    private JavaClass define(Declaration declaration) {
        return define(declaration.bundle(), declaration.node(), declaration.codeSizes());
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
