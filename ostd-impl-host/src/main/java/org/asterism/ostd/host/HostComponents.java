package org.asterism.ostd.host;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.syscall.SyscallTable;

/**
 * Wires the components of bundles on the class path by their constructors, for tests of several services together: what the assembler
 * does from component descriptions for a kernel, and Felix on a host.
 *
 * <p>A constructor parameter gets the one component of its type, a {@code List} parameter all of its element type, a
 * {@link SyscallTable} all system calls. Components are made when first asked for.
 */
public final class HostComponents {
    private static final String COMPONENT_ANNOTATION = "Lorg/osgi/service/component/annotations/Component;";

    private final List<Class<?>> classes = new ArrayList<>();
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
            Path location = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(location)) {
                scan(member.getClassLoader(), location);
            } else {
                try (FileSystem archive = FileSystems.newFileSystem(location)) {
                    scan(member.getClassLoader(), archive.getPath("/"));
                }
            }
        } catch (IOException | URISyntaxException | ClassNotFoundException failure) {
            throw new IllegalStateException("the bundle of " + member + " cannot be read", failure);
        }
        return this;
    }

    /**
     * Adds a component that a test made itself.
     *
     * @param component takes part in the wiring by its class
     * @return this
     */
    public HostComponents with(Object component) {
        classes.add(component.getClass());
        made.put(component.getClass(), component);
        return this;
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
        List<T> all = all(type);
        if (all.isEmpty() && type == SyscallTable.class) {
            with(new HostSyscallTable(all(SyscallProvider.class)));
            return get(type);
        }
        if (all.size() != 1) {
            throw new IllegalStateException(type.getName() + " is provided by " + all.size() + " components " + all
                    + "; one is needed, wanted by " + beingMade);
        }
        return all.get(0);
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

    private void scan(ClassLoader loader, Path root) throws IOException, ClassNotFoundException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (text.contains(COMPONENT_ANNOTATION)) {
                    String name = root.relativize(file).toString().replace('/', '.');
                    classes.add(Class.forName(name.substring(0, name.length() - ".class".length()), true, loader));
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
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return all((Class<?>) list.getActualTypeArguments()[0]);
        }
        return get((Class<?>) type);
    }
}
