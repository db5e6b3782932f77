package org.asterism.ostd.host;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.syscall.SyscallTable;

/**
 * Wires the components of bundles on the class path by their constructors, for tests of several services together: what the assembler
 * does from component descriptions for a kernel, and Felix on a host.
 *
 * <p>A constructor parameter gets the one component of its type, a {@code List} or {@code Collection} parameter all of its element type, an
 * {@code Optional} one if there is one, a {@link SyscallTable} all system calls; properties are those that a component has when nothing sets
 * them, as an annotation type or an empty {@code Map}. Components are made when first asked for.
 */
public final class HostComponents {
    private static final String COMPONENT_ANNOTATION = "Lorg/osgi/service/component/annotations/Component;";

    /** Component classes of a place on the class path: reading it once a JVM is enough. */
    private static final Map<Path, List<Class<?>>> SCANNED = new ConcurrentHashMap<>();

    private final List<Class<?>> classes = new ArrayList<>();
    private final Set<Class<?>> doubles = new HashSet<>();
    private final Map<Class<?>, Object> made = new LinkedHashMap<>();
    private final List<Class<?>> beingMade = new ArrayList<>();

    /** No components yet. */
    public HostComponents() {
    }

    /**
     * Adds all components of a bundle.
     *
     * @param member any class of it
     * @return this
     */
    public HostComponents bundle(Class<?> member) {
        try {
            add(Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI()), member.getClassLoader());
        } catch (URISyntaxException failure) {
            throw new IllegalStateException("the bundle of " + member + " cannot be read", failure);
        }
        return this;
    }

    /**
     * Adds all components on the class path: those of folders, and of jars whose manifest names components.
     *
     * @return this
     */
    public HostComponents classPath() {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path place = Path.of(entry);
            if (Files.isDirectory(place) || hasComponents(place)) {
                add(place, HostComponents.class.getClassLoader());
            }
        }
        return this;
    }

    private static boolean hasComponents(Path place) {
        if (!Files.isRegularFile(place) || !place.toString().endsWith(".jar")) {
            return false;
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            return jar.getManifest() != null && jar.getManifest().getMainAttributes().getValue("Service-Component") != null;
        } catch (IOException failure) {
            throw new IllegalStateException(place + " on the class path cannot be read", failure);
        }
    }

    private void add(Path place, ClassLoader loader) {
        for (Class<?> component : SCANNED.computeIfAbsent(place, key -> scan(loader, key))) {
            if (!classes.contains(component)) {
                classes.add(component);
            }
        }
    }

    private static List<Class<?>> scan(ClassLoader loader, Path place) {
        List<Class<?>> found = new ArrayList<>();
        try {
            if (Files.isDirectory(place)) {
                scan(loader, place, found);
            } else {
                try (FileSystem archive = FileSystems.newFileSystem(place)) {
                    scan(loader, archive.getPath("/"), found);
                }
            }
        } catch (IOException | ClassNotFoundException failure) {
            throw new IllegalStateException("the bundle " + place + " cannot be read", failure);
        }
        return found;
    }

    /**
     * Adds a component that a test made itself. It is preferred to others of the same type.
     *
     * @param component takes part in the wiring by its class
     * @return this
     */
    public HostComponents with(Object component) {
        made.put(component.getClass(), component);
        return withClass(component.getClass());
    }

    /**
     * Adds a class of a test as a component. It is preferred to others of the same type.
     *
     * @param component its one public constructor is called when it is first needed
     * @return this
     */
    public HostComponents withClass(Class<?> component) {
        classes.remove(component);
        classes.add(component);
        doubles.add(component);
        return this;
    }

    /**
     * Whether {@link #get} would find one or more.
     *
     * @param type a contract or class
     * @return true if a component is of that type, or the table of system calls is meant
     */
    public boolean provides(Class<?> type) {
        return type == SyscallTable.class || classes.stream().anyMatch(type::isAssignableFrom);
    }

    /**
     * The one component of a type.
     *
     * @param type a contract or class
     * @param <T> the type
     * @return made now or before
     * @throws IllegalStateException if there is none, or more than one
     */
    public <T> T get(Class<T> type) {
        List<Class<?>> candidates = classes.stream().filter(type::isAssignableFrom).toList();
        if (candidates.isEmpty() && type == SyscallTable.class) {
            with(new HostSyscallTable(all(SyscallProvider.class)));
            return get(type);
        }
        if (candidates.size() > 1) {
            List<Class<?>> preferred = candidates.stream().filter(doubles::contains).toList();
            candidates = preferred.isEmpty() ? candidates : preferred;
        }
        if (candidates.size() != 1) {
            throw new IllegalStateException(type.getName() + " is provided by " + candidates.size() + " components " + candidates
                    + "; one is needed, wanted by " + beingMade);
        }
        return type.cast(component(candidates.get(0)));
    }

    /**
     * All components of a type.
     *
     * @param type a contract or class
     * @param <T> the type
     * @return in the order in which bundles were added, then by class name
     */
    public <T> List<T> all(Class<T> type) {
        List<T> all = new ArrayList<>();
        for (Class<?> candidate : List.copyOf(classes)) {
            if (type.isAssignableFrom(candidate)) {
                all.add(type.cast(component(candidate)));
            }
        }
        return all;
    }

    private static void scan(ClassLoader loader, Path root, List<Class<?>> found) throws IOException, ClassNotFoundException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (text.contains(COMPONENT_ANNOTATION) && !file.endsWith("HostComponents.class")) {
                    String name = root.relativize(file).toString().replace('/', '.');
                    found.add(Class.forName(name.substring(0, name.length() - ".class".length()), false, loader));
                }
            }
        }
    }

    private Object component(Class<?> type) {
        Object known = made.get(type);
        if (known != null) {
            return known;
        }
        if (beingMade.contains(type)) {
            throw new IllegalStateException("components need each other in a circle: " + beingMade);
        }
        beingMade.add(type);
        try {
            Constructor<?> constructor = type.getConstructors()[0];
            Parameter[] parameters = constructor.getParameters();
            Object[] arguments = new Object[parameters.length];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = argument(parameters[i].getParameterizedType());
            }
            Object component = constructor.newInstance(arguments);
            made.put(type, component);
            return component;
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalStateException(type + " cannot be made", failure);
        } finally {
            beingMade.remove(type);
        }
    }

    private Object argument(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            if (raw == Map.class) {
                return Map.of();
            }
            Class<?> wanted = (Class<?>) generic.getActualTypeArguments()[0];
            if (raw == List.class || raw == Collection.class) {
                return all(wanted);
            }
            if (raw == Optional.class) {
                return provides(wanted) ? Optional.of(get(wanted)) : Optional.empty();
            }
        }
        Class<?> wanted = (Class<?>) type;
        return wanted.isAnnotation() ? DefaultProperties.of(wanted) : get(wanted);
    }
}
