package org.asterism.aot.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;

/**
 * What a loop knows of an object before it starts: the class, and which final fields are loaded then.
 *
 * @param type   exactly the class of the object; null if it is only known that there is an object
 * @param fields the loaded fields, each with the shape of the object in it; null for a value of which nothing is known
 */
record Shape(JavaClass type, Map<JavaField, Shape> fields) {
    /** A copy of the fields, in the same order. */
    Shape {
        fields = new LinkedHashMap<>(fields);
    }

    /** All fields that are loaded, those of an object in a field right behind that field. */
    List<JavaField> loads() {
        List<JavaField> loads = new ArrayList<>();
        fields.forEach((field, shape) -> {
            loads.add(field);
            if (shape != null) {
                loads.addAll(shape.loads());
            }
        });
        return loads;
    }

    /** How many objects one behind the other have a known class. */
    int depth() {
        int deepest = fields.values().stream().mapToInt(shape -> shape == null ? 0 : shape.depth()).max().orElse(0);
        return deepest + (type == null ? 0 : 1);
    }
}
