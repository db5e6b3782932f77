package org.asterism.assembly.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.asterism.assembly.bundle.Bundle;
import org.objectweb.asm.ClassReader;

/** Which services a component's class really is: a description may say anything. */
final class ServiceTypes {
    private final ClassLookup lookup;

    ServiceTypes(ClassLookup lookup) {
        this.lookup = lookup;
    }

    /** A type, and the bundle in which its name was read. */
    private record Named(String name, Bundle bundle) {}

    /**
     * Whether a component's class is, extends or implements a service.
     *
     * @throws RuntimeException if one of the classes on the way is damaged
     */
    boolean isImplemented(Component component, String service) {
        String wanted = service.replace('.', '/');
        Deque<Named> left = new ArrayDeque<>();
        Set<Named> seen = new HashSet<>();
        left.add(new Named(component.implementation().replace('.', '/'), component.bundle()));
        while (!left.isEmpty()) {
            Named type = left.remove();
            if (type.name().equals(wanted) || isOfPlatform(type.name(), service)) {
                return true;
            }
            Bundle holder = lookup.holder(type.name(), type.bundle());
            byte[] bytes = lookup.classes(holder).get(type.name());
            if (bytes == null || !seen.add(type)) {
                continue;
            }
            ClassReader reader = new ClassReader(bytes);
            if (reader.getSuperName() != null) {
                left.add(new Named(reader.getSuperName(), holder));
            }
            for (String parent : reader.getInterfaces()) {
                left.add(new Named(parent, holder));
            }
        }
        return false;
    }

    /** Interfaces of {@code java.base} that one of its own types extends. */
    private static boolean isOfPlatform(String name, String service) {
        if (!name.startsWith("java/") || !service.startsWith("java.")) {
            return false;
        }
        try {
            return Class.forName(service, false, null).isAssignableFrom(Class.forName(name.replace('/', '.'), false, null));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
