package org.asterism.assembly.wire;

/**
 * One reference of a component.
 *
 * @param name its name, unique in the component
 * @param service dotted name of the service wanted
 * @param optional whether none is acceptable
 * @param multiple whether all providers are wanted
 * @param target filter on the provider's properties, or null
 * @param bind name of the method that takes a provider, or null
 * @param parameter index of the constructor parameter that takes the provider or providers, or null
 */
public record ComponentReference(
        String name, String service, boolean optional, boolean multiple, String target, String bind, Integer parameter) {

    /**
     * Cardinality in the specification's notation.
     *
     * @return {@code 0..1}, {@code 1..1}, {@code 0..n} or {@code 1..n}
     */
    public String cardinality() {
        return (optional ? "0.." : "1..") + (multiple ? "n" : "1");
    }
}
