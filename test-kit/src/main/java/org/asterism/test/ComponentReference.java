package org.asterism.test;

import java.lang.reflect.Method;

/**
 * One reference of a component.
 *
 * @param name by which its target is configured
 * @param service what is wanted
 * @param cardinality how many
 * @param target filter on the provider's properties, or null
 * @param bind the method that takes a provider, or null for a parameter of the constructor
 */
record ComponentReference(String name, Class<?> service, Cardinality cardinality, String target, Method bind) {
    /** As in the annotation {@code Reference}. */
    enum Cardinality {
        OPTIONAL, MANDATORY, MULTIPLE, AT_LEAST_ONE;

        boolean isSeveral() {
            return this == MULTIPLE || this == AT_LEAST_ONE;
        }

        boolean mayBeNone() {
            return this == OPTIONAL || this == MULTIPLE;
        }
    }
}
