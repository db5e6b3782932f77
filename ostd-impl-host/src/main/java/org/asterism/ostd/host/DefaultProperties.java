package org.asterism.ostd.host;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** The properties that a component has when nothing sets them, as its annotation type shows them. Source: OSGi Compendium R8, 112.8.2. */
final class DefaultProperties {
    private DefaultProperties() {
    }

    /** An annotation whose elements have their defaults, and without one nothing: 0, false, null, or an empty array. */
    static Object of(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> value(type, self, method, arguments));
    }

    private static Object value(Class<?> type, Object self, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "annotationType" -> type;
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> "@" + type.getName();
            default -> method.getDefaultValue() != null ? method.getDefaultValue() : nothing(method.getReturnType());
        };
    }

    private static Object nothing(Class<?> type) {
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }
}
