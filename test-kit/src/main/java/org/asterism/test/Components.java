package org.asterism.test;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.syscall.SyscallTable;
import org.asterism.ostd.host.HostSyscallTable;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/**
 * Wires the components of bundles on the class path, for tests of several services together: what the assembler does from component
 * descriptions for a kernel, and Felix on a host, by the same rules.
 *
 * <p>References come in by the constructor or by bind methods, in every cardinality; those of several providers in the order of their ranking.
 * A single one takes the provider that ranks above all others. Properties come in as a {@code Map} or an annotation type, with what
 * {@link #configure} sets. {@code @Activate} methods run when all references are bound, {@code @Deactivate} methods, in reverse order, in
 * {@link #close}. A {@link SyscallTable} has all system calls. Components are made when first asked for.
 */
public final class Components implements AutoCloseable {
    private static final String COMPONENT_ANNOTATION = "Lorg/osgi/service/component/annotations/Component;";

    private static final String RANKING = "service.ranking";

    /** Component classes of a place on the class path: reading it once a JVM is enough. */
    private static final Map<Path, List<Class<?>>> SCANNED = new ConcurrentHashMap<>();

    private final Map<Class<?>, ComponentDescription> descriptions = new HashMap<>();
    private final List<Class<?>> classes = new ArrayList<>();
    private final Set<Class<?>> doubles = new HashSet<>();
    private final Map<Class<?>, Object> made = new LinkedHashMap<>();
    private final List<Class<?>> beingMade = new ArrayList<>();
    private final Map<String, Map<String, Object>> configuration = new HashMap<>();
    private final Deque<Object> active = new ArrayDeque<>();

    /** No components yet. */
    public Components() {
    }

    /**
     * Adds all components of a bundle.
     *
     * @param member any class of it
     * @return this
     */
    public Components bundle(Class<?> member) {
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
    public Components classPath() {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path place = Path.of(entry);
            if (Files.isDirectory(place) || hasComponents(place)) {
                add(place, Components.class.getClassLoader());
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
    public Components with(Object component) {
        made.put(component.getClass(), component);
        return withClass(component.getClass());
    }

    /**
     * Adds a class of a test as a component. It is preferred to others of the same type.
     *
     * @param component its one public constructor is called when it is first needed
     * @return this
     */
    public Components withClass(Class<?> component) {
        classes.remove(component);
        classes.add(component);
        doubles.add(component);
        return this;
    }

    /**
     * Sets a property of a component, as {@code -ostd-config} does. Set it before the component is made.
     *
     * @param component name of the component, which is its class's unless it says another
     * @param property its name
     * @param value its value; a text is read as the type that the property has
     * @return this
     */
    public Components configure(String component, String property, Object value) {
        configuration.computeIfAbsent(component, name -> new TreeMap<>()).put(property, value);
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
     * The component of a type.
     *
     * @param type a contract or class
     * @param <T> the type
     * @return made now or before
     * @throws IllegalStateException if there is none, or more than one and none that ranks above the others
     */
    public <T> T get(Class<T> type) {
        List<Class<?>> candidates = ranked(classes.stream().filter(type::isAssignableFrom).toList());
        if (candidates.isEmpty() && type == SyscallTable.class) {
            with(new HostSyscallTable(all(SyscallProvider.class)));
            return get(type);
        }
        return type.cast(component(single(type, candidates)));
    }

    /**
     * All components of a type.
     *
     * @param type a contract or class
     * @param <T> the type
     * @return higher ranking first, then by name
     */
    public <T> List<T> all(Class<T> type) {
        List<T> all = new ArrayList<>();
        ranked(classes.stream().filter(type::isAssignableFrom).toList()).forEach(candidate -> all.add(type.cast(component(candidate))));
        return all;
    }

    /**
     * Ends the components that were made, the last first.
     *
     * @throws IllegalStateException if one throws; the others have ended all the same
     */
    @Override
    public void close() {
        IllegalStateException failure = null;
        while (!active.isEmpty()) {
            Object component = active.pop();
            ComponentDescription description = description(component.getClass());
            try {
                call(component, description, description.deactivate());
            } catch (IllegalStateException e) {
                e.addSuppressed(failure == null ? new Throwable("the first to fail") : failure);
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private ComponentDescription description(Class<?> type) {
        return descriptions.computeIfAbsent(type, ComponentDescription::of);
    }

    private Map<String, Object> properties(Class<?> type) {
        if (doubles.contains(type) && made.containsKey(type)) {
            return Map.of(); // made by the test, perhaps of a class that has no file
        }
        ComponentDescription description = description(type);
        Map<String, Object> properties = new TreeMap<>(description.properties());
        configuration.getOrDefault(description.name(), Map.of()).forEach((key, value) -> {
            if (!description.isSeen(key)) {
                throw new IllegalStateException("the test sets " + key + " of " + description.name() + ", which has no such property; it has " + description.shown());
            }
            properties.put(key, value instanceof String text ? read(description, key, text) : value);
        });
        return properties;
    }

    private static Object read(ComponentDescription description, String key, String text) {
        Object described = key.equals(RANKING) ? Integer.valueOf(0) : description.properties().get(key);
        try {
            return ComponentProperties.like(described, text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the test sets " + key + " of " + description.name() + " to '" + text + "', which is no "
                    + described.getClass().getSimpleName(), e);
        }
    }

    private int ranking(Class<?> type) {
        return properties(type).get(RANKING) instanceof Integer rank ? rank : 0;
    }

    private List<Class<?>> ranked(List<Class<?>> types) {
        return types.size() < 2 ? types : types.stream().sorted(Comparator.<Class<?>>comparingInt(this::ranking).reversed()
                .thenComparing(Class::getName)).toList();
    }

    /** The first of ranked candidates, if a test put it there, or it ranks above the second. */
    private Class<?> single(Class<?> wanted, List<Class<?>> ranked) {
        List<Class<?>> preferred = ranked.stream().filter(doubles::contains).toList();
        List<Class<?>> candidates = ranked.size() > 1 && !preferred.isEmpty() ? preferred : ranked;
        if (candidates.size() == 1 || candidates.size() > 1 && ranking(candidates.get(0)) > ranking(candidates.get(1))) {
            return candidates.get(0);
        }
        String wish = wanted.getName() + (beingMade.isEmpty() ? "" : ", which " + beingMade.get(beingMade.size() - 1).getName() + " needs,");
        throw new IllegalStateException(candidates.isEmpty()
                ? wish + " is provided by no component; add a test double, or the bundle that provides it as a dependency of scope test"
                : wish + " is provided by " + candidates.size() + " components, none of which ranks above the others: "
                        + String.join(", ", candidates.stream().map(Class::getName).toList()) + "; add a test double, or give one a service.ranking");
    }

    private static void scan(ClassLoader loader, Path root, List<Class<?>> found) throws IOException, ClassNotFoundException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (text.contains(COMPONENT_ANNOTATION) && !file.endsWith("Components.class")) {
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
            ComponentDescription description = description(type);
            Object[] arguments = new Object[description.parameters().size()];
            Type[] types = description.constructor().getGenericParameterTypes();
            for (int i = 0; i < arguments.length; i++) {
                ComponentReference reference = description.parameters().get(i);
                arguments[i] = reference == null ? shown(type, description.constructor().getParameterTypes()[i]) : services(description, reference, types[i]);
            }
            Object component = description.constructor().newInstance(arguments);
            made.put(type, component);
            for (ComponentReference reference : description.binds()) {
                for (Class<?> provider : providers(description, reference)) {
                    Object service = component(provider);
                    invoke(component, reference.bind(), reference.bind().getParameterCount() == 1 ? new Object[] {service}
                            : new Object[] {service, properties(provider)});
                }
            }
            call(component, description, description.activate());
            if (description.deactivate() != null) {
                active.push(component);
            }
            return component;
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalStateException(type + " cannot be made", failure);
        } finally {
            beingMade.remove(type);
        }
    }

    private Object services(ComponentDescription description, ComponentReference reference, Type parameter) {
        List<Object> services = new ArrayList<>();
        providers(description, reference).forEach(provider -> services.add(component(provider)));
        if (reference.cardinality().isSeveral()) {
            return List.copyOf(services);
        }
        boolean wrapped = parameter instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
        return wrapped ? services.stream().findFirst() : services.isEmpty() ? null : services.get(0);
    }

    /** The classes of the providers that a reference is bound to. */
    private List<Class<?>> providers(ComponentDescription description, ComponentReference reference) {
        if (reference.service() == SyscallTable.class && !made.containsKey(HostSyscallTable.class)) {
            return List.of(get(SyscallTable.class).getClass());
        }
        String target = properties(description.type()).get(reference.name() + ".target") instanceof String set ? set : reference.target();
        List<Class<?>> candidates = ranked(List.copyOf(classes).stream().filter(candidate -> provides(candidate, reference.service()))
                .filter(candidate -> target == null || filter(target, description).matches(properties(candidate))).toList());
        if (reference.cardinality().isSeveral() && (reference.cardinality().mayBeNone() || !candidates.isEmpty())
                || candidates.isEmpty() && reference.cardinality().mayBeNone()) {
            return candidates;
        }
        return List.of(single(reference.service(), candidates));
    }

    private boolean provides(Class<?> candidate, Class<?> service) {
        return doubles.contains(candidate) ? service.isAssignableFrom(candidate)
                : service.isAssignableFrom(candidate) && description(candidate).provides(service);
    }

    private static Filter filter(String target, ComponentDescription description) {
        try {
            return FrameworkUtil.createFilter(target);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(description.name() + " has the target " + target + ", which is no filter; write one such as (kind=disk)", e);
        }
    }

    private Object shown(Class<?> component, Class<?> parameter) {
        Map<String, Object> properties = properties(component);
        return parameter == Map.class ? Map.copyOf(properties) : ComponentProperties.shownAs(parameter, properties);
    }

    /** Calls a method that activates or deactivates, if there is one. */
    private void call(Object component, ComponentDescription description, Method method) {
        if (method == null) {
            return;
        }
        invoke(component, method, Arrays.stream(method.getParameterTypes()).map(type -> {
            if (!ComponentDescription.takesProperties(type)) {
                throw new IllegalStateException(description.name() + " wants a " + type.getName() + " in method " + method.getName()
                        + "; a kernel passes a java.util.Map of properties, and annotation types that show them");
            }
            return shown(component.getClass(), type);
        }).toArray());
    }

    private static void invoke(Object component, Method method, Object... arguments) {
        try {
            method.invoke(component, arguments);
        } catch (IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalStateException(method + " has failed", failure instanceof InvocationTargetException thrown ? thrown.getCause() : failure);
        }
    }
}
