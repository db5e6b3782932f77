package org.asterism.test;

import java.util.List;
import org.asterism.ostd.host.HostComponents;

/**
 * The components on the class path, by what they provide. A component is made when it is first asked for, together with what its
 * constructor needs: a test of one service makes no others.
 */
public final class Services {
    private final HostComponents components = new HostComponents().classPath();

    Services() {
    }

    /**
     * Adds a test double that stands in for every component that provides the same contracts. Add it before what needs it is made.
     *
     * @param component made by the test
     * @return this
     */
    public Services with(Object component) {
        components.with(component);
        return this;
    }

    void withClass(Class<?> component) {
        components.withClass(component);
    }

    boolean provides(Class<?> type) {
        return components.provides(type);
    }

    /**
     * The one component of a type.
     *
     * @param type a contract or class
     * @param <T> the type
     * @return made now or before
     * @throws IllegalStateException if there is none, or more than one and none of them a double; names them, and what needed it
     */
    public <T> T get(Class<T> type) {
        return components.get(type);
    }

    /**
     * All components of a type.
     *
     * @param type a contract or class
     * @param <T> the type
     * @return ordered by bundle and class name
     */
    public <T> List<T> all(Class<T> type) {
        return components.all(type);
    }
}
