package org.asterism.aot.emit;

import java.util.List;
import java.util.stream.Collectors;
import org.asterism.aot.Optimization;
import org.asterism.aot.world.JavaClass;

/** C conditions that ask for the class of an object. */
final class TypeTestEmitter {
    private static final int COMPARED_CLASSES = 2;

    private TypeTestEmitter() {
    }

    /**
     * A condition that is true if a class is a subtype of a type: {@code "0"}, one or two comparisons, or a test word.
     *
     * @param classExpression a C expression of the record of the class of an object
     */
    static String test(FunctionContext context, String classExpression, JavaClass type) {
        List<JavaClass> instances = context.image().dispatch().instances(type);
        if (instances.isEmpty() || instances.size() <= COMPARED_CLASSES
                && context.image().optimizations().include(Optimization.TYPE_COMPARISONS)) {
            return instances.isEmpty() ? "0" : instances.stream()
                    .map(each -> classExpression + " == " + context.record(each)).collect(Collectors.joining(" || "));
        }
        Names names = context.image().names();
        return "IS_SUBTYPE(" + classExpression + ", " + context.unit().data(names.testOffset(type)) + ", "
                + context.unit().data(names.testValue(type)) + ")";
    }
}
