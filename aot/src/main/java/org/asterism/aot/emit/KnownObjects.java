package org.asterism.aot.emit;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.Value;
import org.asterism.aot.world.JavaField;
import org.objectweb.asm.tree.AbstractInsnNode;

/** The objects whose shape is known in a body, and the variables that hold what was loaded from them before. */
final class KnownObjects {
    /** Nothing is known. */
    static final KnownObjects NONE = new KnownObjects(-1, null);

    private final int local;
    private final Loaded parameter;
    private final Map<AbstractInsnNode, Loaded> producers = new HashMap<>();

    /**
     * What was loaded from an object, or of a field without a shape.
     *
     * @param variable that holds the reference or value
     * @param shape    of the object, null for a mere value
     * @param fields   what was loaded from it
     */
    record Loaded(String variable, Shape shape, Map<JavaField, Loaded> fields) {
        /**
         * An object whose fields are in variables.
         *
         * @param variables in the order of {@link Shape#loads()}
         */
        static Loaded of(String variable, Shape shape, Iterator<String> variables) {
            Map<JavaField, Loaded> fields = new LinkedHashMap<>();
            if (shape != null) {
                shape.fields().forEach((field, inner) -> fields.put(field, of(variables.next(), inner, variables)));
            }
            return new Loaded(variable, shape, fields);
        }

        /** The variables of everything that was loaded, in the order of {@link Shape#loads()}. */
        void addTo(List<String> variables) {
            fields.values().forEach(field -> {
                variables.add(field.variable);
                field.addTo(variables);
            });
        }
    }

    /** Knowledge of the parameter in a local that keeps it to the end. */
    KnownObjects(int local, Loaded parameter) {
        this.local = local;
        this.parameter = parameter;
    }

    /** The object that a value is, or null. */
    Loaded of(Value value, Frame frame) {
        if (parameter == null || value.kind() != 'a') {
            return null;
        }
        Loaded object = value == frame.local(local) ? parameter : producers.get(value.producer());
        return object == null || object.shape == null ? null : object;
    }

    /** Where the value of a field of an object is, or null; the instruction that would load it is then known to give that. */
    Loaded field(AbstractInsnNode load, JavaField field, Frame frame) {
        Loaded object = of(frame.top(0), frame);
        Loaded value = object == null ? null : object.fields.get(field);
        if (value != null) {
            producers.put(load, value);
        }
        return value;
    }
}
