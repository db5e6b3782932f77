package org.asterism.aot.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asterism.aot.world.JavaField;
import org.objectweb.asm.Type;

/** The condition that an object has a shape; it loads the fields into variables on the way, each after it is known to be there. */
final class ShapeTest {
    private final FunctionContext context;
    private final String prefix;
    private final List<String> variables = new ArrayList<>();
    private KnownObjects.Loaded loaded;

    /**
     * A test.
     *
     * @param prefix of the names of its variables
     */
    ShapeTest(FunctionContext context, String prefix) {
        this.context = context;
        this.prefix = prefix;
    }

    /**
     * The C condition for the object in a variable.
     *
     * @param others how many shapes are still tried where it is false; one is as probable as the other, so none is treated as cold
     */
    String of(String variable, Shape shape, int others) {
        StringBuilder condition = new StringBuilder("__builtin_expect_with_probability(" + variable + " != 0, 1, 1.0 / " + (others + 1) + ")");
        append(condition, variable, shape);
        loaded = KnownObjects.Loaded.of(variable, shape, variables.iterator());
        return condition.toString();
    }

    /** What the variables hold where the condition is true. */
    KnownObjects.Loaded loaded() {
        return loaded;
    }

    private void append(StringBuilder condition, String object, Shape shape) {
        if (shape.type() != null) {
            condition.append(" && LIKELY(CLASS_OF(").append(object).append(") == ").append(context.record(shape.type())).append(')');
        }
        for (Map.Entry<JavaField, Shape> each : shape.fields().entrySet()) {
            JavaField field = each.getKey();
            String variable = context.variable(prefix + variables.size(), Kinds.of(Type.getType(field.descriptor())));
            variables.add(variable);
            String offset = context.unit().data(context.image().names().offset(field));
            condition.append(" && (").append(variable).append(" = LOAD(").append(Kinds.storageType(field.descriptor())).append(", FIELD(")
                    .append(object).append(", ").append(offset).append(")), 1)");
            if (each.getValue() != null) {
                condition.append(" && LIKELY(").append(variable).append(" != 0)");
                append(condition, variable, each.getValue());
            }
        }
    }
}
