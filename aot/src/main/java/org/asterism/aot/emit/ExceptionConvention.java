package org.asterism.aot.emit;

import org.asterism.aot.reach.RuntimeEntry;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * How exceptions travel: in a second result register beside the value; a method without a result returns the exception
 * alone. The caller tests it after each call that can throw. Nothing outside this class knows.
 */
final class ExceptionConvention {
    private ExceptionConvention() {
    }

    /** The C result type of a compiled method. */
    static String resultType(char kind) {
        return switch (kind) {
            case 'v' -> "ref";
            case 'a' -> "result_a";
            case 'j', 'd' -> "result_j";
            default -> "result_i";
        };
    }

    /**
     * Emits a call.
     *
     * @param expression the C call
     * @param kind the kind of the result
     * @param result the variable that takes it, or null
     * @param canThrow whether an exception may come back
     */
    static void call(FunctionContext context, String expression, char kind, String result, boolean canThrow,
            AbstractInsnNode at) {
        if (kind == 'v') {
            if (canThrow) {
                context.line("if (UNLIKELY((exception = " + expression + ") != 0)) goto " + context.unwind(at) + ";");
                if (context.isRecursive()) {
                    context.line("KEEP_FRAME();");
                }
            } else {
                context.line(expression + ";");
            }
            return;
        }
        if (!canThrow) {
            context.line((result == null ? "" : result + " = ") + expression + ".value;");
            return;
        }
        // in a block of its own: for RISC-V gcc keeps such a pair on the stack, where those of different blocks share a place
        context.line("{ " + resultType(kind) + " returned = " + expression + "; if (UNLIKELY((exception = returned.exception) != 0)) goto "
                + context.unwind(at) + ";" + (result == null ? "" : " " + result + " = returned.value;") + " }");
    }

    /** The statement that returns normally. */
    static String returnStatement(char kind, String value) {
        return kind == 'v' ? "return 0;" : "return (" + resultType(kind) + ") { " + value + ", 0 };";
    }

    /** The statement that leaves a method with the exception in the variable {@code exception}. */
    static String propagate(char kind) {
        return kind == 'v' ? "return exception;" : "return (" + resultType(kind) + ") { 0, exception };";
    }

    /** Statements that put a new exception of the runtime, or the one that making it threw, in {@code exception}. */
    static String make(Unit unit, Image image, RuntimeEntry entry, String arguments) {
        String factory = unit.coldFunction(image.closure().runtime(entry));
        return "{ result_a made = " + factory + "(" + arguments
                + "); exception = made.exception != 0 ? made.exception : made.value; }";
    }

    /** The C function that runs the program of the image and returns the exception that left it, or null. */
    static String program(Unit unit, Image image, JavaMethod main) {
        String argument = main.parameters().length == 0 ? "" : "(ref)" + unit.data(ImageData.NO_ARGUMENTS);
        return "__attribute__((used, visibility(\"default\"))) ref asterism_program(void) {\n"
                + initializeEagerly(unit, image) + initialize(unit, image, main, "return failure") + "    return " + unit.function(main) + "(" + argument + ");\n}\n";
    }

    /** Initialises the classes that the target wants initialised, by name; what one initialiser uses of another is initialised on the way. */
    private static String initializeEagerly(Unit unit, Image image) {
        StringBuilder text = new StringBuilder("    ref failed;\n");
        String initialize = unit.function(image.closure().runtime(RuntimeEntry.INITIALIZE));
        image.closure().initializedClasses().stream()
                .filter(type -> image.target().eagerInitialization().includes(type.bundle())).map(image.names()::record).sorted().forEach(record ->
                text.append("    if ((failed = ").append(initialize).append("((int64_t)").append(unit.data(record))
                        .append(")) != 0) return failed;\n"));
        return text.toString();
    }

    private static String initialize(Unit unit, Image image, JavaMethod method, String onFailure) {
        if (!image.closure().needsInitialization(method.owner())) {
            return "";
        }
        String record = unit.data(image.names().record(method.owner()));
        return "    if (UNLIKELY(INITIALIZATION_STATE(" + record + ") != 2)) { ref failure = "
                + unit.function(image.closure().runtime(RuntimeEntry.INITIALIZE)) + "((int64_t)" + record
                + "); if (UNLIKELY(failure != 0)) " + onFailure + "; }\n";
    }

    /** The C function by which assembly calls a method under a symbol: an escaping exception ends the image. */
    static String exported(Unit unit, Image image, JavaMethod method, String symbol) {
        StringBuilder arguments = new StringBuilder();
        for (int i = 0; i < method.parameters().length; i++) {
            arguments.append(i == 0 ? "p" : ", p").append(i);
        }
        char kind = Kinds.of(method.result());
        String escaped = unit.coldFunction(image.closure().runtime(RuntimeEntry.ESCAPED));
        StringBuilder text = new StringBuilder("__attribute__((used, visibility(\"default\"))) ");
        text.append(Unit.plainSignature(method, symbol)).append(" {\n");
        text.append(initialize(unit, image, method, escaped + "(failure)"));
        String call = unit.function(method) + "(" + arguments + ")";
        if (kind == 'v') {
            text.append("    ref exception = ").append(call).append(";\n    if (UNLIKELY(exception != 0)) ").append(escaped)
                    .append("(exception);\n}\n");
        } else {
            text.append("    ").append(resultType(kind)).append(" result = ").append(call)
                    .append(";\n    if (UNLIKELY(result.exception != 0)) ").append(escaped)
                    .append("(result.exception);\n    return result.value;\n}\n");
        }
        return text.toString();
    }
}
