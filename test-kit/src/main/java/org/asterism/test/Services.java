package org.asterism.test;

import java.util.List;

/**
 * The components on the class path, by what they provide. A component is made when it is first asked for, together with what it
 * needs, and ended with the test: a test of one service makes no others.
 */
public final class Services {
    private final Components components = new Components().classPath();

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

    /**
     * Sets a property of a component, as {@code -ostd-config} does for a kernel. Set it before the component is made.
     *
     * @param component its class
     * @param property its name
     * @param value its value; a text is read as the type that the property has
     * @return this
     */
    public Services configure(Class<?> component, String property, Object value) {
        components.configure(ComponentDescription.of(component).name(), property, value);
        return this;
    }

    void close() {
        components.close();
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
     * @throws IllegalStateException if there is none, or more than one, none of them a double, and none that ranks above the others; names them, and what needed it
     */
    public <T> T get(Class<T> type) {
        return components.get(type);
    }

    /**
     * All components of a type.
     *
     * @param type a contract or class
     * @param <T> the type
     * @return higher ranking first, then by name
     */
    public <T> List<T> all(Class<T> type) {
        return components.all(type);
    }
}
