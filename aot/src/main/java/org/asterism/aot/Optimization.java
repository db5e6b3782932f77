package org.asterism.aot;

/**
 * What the compiler does only to make images fast or small. Without any of them an image does the same: each can be switched off in a
 * {@link CompilationRequest}, and the programs of {@code language-tests} are run without each, and without all. A new optimisation gets
 * a constant here, and asks {@link Optimizations#include} where it decides.
 */
public enum Optimization {
    /** Virtual calls with one possible target, or on a receiver whose class is known, are direct ({@code CallResolver}, {@code CallEmitter}). */
    DIRECT_CALLS,
    /** Virtual calls with few possible receiver classes compare the class ({@code CallEmitter}). */
    COMPARE_CHAINS,
    /** Tests for types with few classes compare the class ({@code TypeTestEmitter}). */
    TYPE_COMPARISONS,
    /** Small methods are copied into the units of their callers, and the C compiler inlines ({@code Inlining}, {@code ImageBuild}). */
    INLINING,
    /** Calls of methods that no exception can leave are not followed by a test ({@code NothrowInference}). */
    NOTHROW_INFERENCE,
    /** Class initialisers that only compute constants run at compile time ({@code InitializerEvaluator}). */
    INITIALIZER_EVALUATION,
    /** A class is not checked to be initialised where an earlier check or the running method implies it ({@code InitializationEmitter}). */
    INITIALIZATION_CHECK_ELIMINATION,
    /** References known not to be null are not tested ({@code FunctionContext}). */
    NULL_CHECK_ELIMINATION,
    /** Casts and type tests that cannot fail are left out ({@code ObjectEmitter}). */
    CAST_ELIMINATION,
    /** Stores into arrays that can hold the value are not tested ({@code ArrayEmitter}). */
    STORE_CHECK_ELIMINATION,
    /** Indices seen to be inside their array are not tested ({@code NumberRanges}, {@code ArrayEmitter}). */
    BOUNDS_CHECK_ELIMINATION,
    /** A final field is loaded once from an object and kept ({@code Interpreter}, {@code ObjectEmitter}). */
    FINAL_FIELD_REUSE,
    /** Static final primitives whose value is known at compile time are literals ({@code ObjectEmitter}). */
    STATIC_CONSTANTS,
    /** Small instances come from the task's run without a call ({@code ObjectEmitter}). */
    INLINE_ALLOCATION,
    /** Literals are followed through branches, switches and divisions ({@code Interpreter}). What the profile fixes is followed always. */
    CONSTANT_FOLLOWING,
    /** A loop that gives its elements to chains of objects has its body again for shapes of them ({@code LoopShapes}). */
    LOOP_SHAPES,
    /** Only methods on cycles of the call graph compare the stack pointer with its limit ({@code RecursionAnalysis}). */
    RECURSION_ANALYSIS,
    /** Selectors that no class understands together share an entry of the dispatch table ({@code Dispatch}). */
    SELECTOR_COLOURING,
    /** The C compiler optimises for speed rather than for its own time: {@code -O2}, not {@code -Og} ({@code ImageBuild}). */
    C_OPTIMIZATION
}
