package org.asterism.aot.emit;

import java.util.HashSet;
import java.util.Set;
import org.asterism.aot.Optimization;
import org.asterism.aot.reach.RuntimeEntry;
import org.asterism.aot.world.JavaClass;
import org.objectweb.asm.tree.AbstractInsnNode;

/** Checks that a class is initialised (JVMS §5.5), left out where the running method or an earlier check implies it. */
final class InitializationEmitter {
    private final FunctionContext context;
    private final boolean eliminates;
    private final Set<JavaClass> checked = new HashSet<>();

    InitializationEmitter(FunctionContext context) {
        this.context = context;
        this.eliminates = context.image().optimizations().include(Optimization.INITIALIZATION_CHECK_ELIMINATION);
    }

    /** Forgets earlier checks, where control flow joins. */
    void join() {
        checked.clear();
    }

    void check(JavaClass type, AbstractInsnNode at) {
        if (!context.image().closure().needsInitialization(type) || eliminates && (context.method().owner().impliesInitialized(type) || !checked.add(type))) {
            return;
        }
        String record = context.record(type);
        String initialize = context.unit().function(context.image().closure().runtime(RuntimeEntry.INITIALIZE));
        context.line("if (UNLIKELY(INITIALIZATION_STATE(" + record + ") != 2 && (exception = " + initialize + "((int64_t)"
                + record + ")) != 0)) goto " + context.unwind(at) + ";");
    }
}
