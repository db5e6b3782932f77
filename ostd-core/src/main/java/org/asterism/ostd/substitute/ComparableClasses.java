package org.asterism.ostd.substitute;

/** Which keys of hash maps can be ordered without reflection. */
final class ComparableClasses {
    private ComparableClasses() {}

    /**
     * The class of an object if it is one that compares to its own kind for certain; maps order other colliding keys by class name and
     * identity, as they do for keys that cannot be compared.
     */
    static Class<?> of(Object object) {
        boolean known = object instanceof String || object instanceof Integer || object instanceof Long || object instanceof Short || object instanceof Byte
                || object instanceof Character;
        return known ? object.getClass() : null;
    }
}
