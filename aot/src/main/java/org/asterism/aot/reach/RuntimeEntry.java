package org.asterism.aot.reach;

import org.asterism.aot.world.Bundle;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.UnresolvedReferenceException;
import org.asterism.aot.world.World;

/** The static methods of {@code org.asterism.ostd.runtime} that generated code calls. */
public enum RuntimeEntry {
    /** Allocates an instance. */
    ALLOCATE_INSTANCE("ObjectAllocator", "allocateInstance", "(J)Ljava/lang/Object;"),
    /** Allocates an array, after checking its length. */
    ALLOCATE_ARRAY("ObjectAllocator", "allocateArray", "(JI)Ljava/lang/Object;"),
    /** Enters a monitor. */
    MONITOR_ENTER("MonitorSupport", "enter", "(Ljava/lang/Object;)V"),
    /** Leaves a monitor. */
    MONITOR_EXIT("MonitorSupport", "exit", "(Ljava/lang/Object;)V"),
    /** Makes a {@code NullPointerException}. */
    NULL_POINTER("ExceptionSupport", "nullPointer", "()Ljava/lang/Throwable;"),
    /** Makes an {@code ArithmeticException}. */
    ARITHMETIC("ExceptionSupport", "arithmetic", "()Ljava/lang/Throwable;"),
    /** Makes an {@code ArrayIndexOutOfBoundsException}. */
    ARRAY_INDEX("ExceptionSupport", "arrayIndex", "(II)Ljava/lang/Throwable;"),
    /** Makes an {@code ArrayStoreException}. */
    ARRAY_STORE("ExceptionSupport", "arrayStore", "(Ljava/lang/Object;)Ljava/lang/Throwable;"),
    /** Makes a {@code ClassCastException}. */
    CLASS_CAST("ExceptionSupport", "classCast", "(Ljava/lang/Object;J)Ljava/lang/Throwable;"),
    /** Makes a {@code NegativeArraySizeException}. */
    NEGATIVE_ARRAY_SIZE("ExceptionSupport", "negativeArraySize", "(I)Ljava/lang/Throwable;"),
    /** Makes a {@code StackOverflowError}. */
    STACK_OVERFLOW("ExceptionSupport", "stackOverflow", "()Ljava/lang/Throwable;"),
    /** Makes an {@code IncompatibleClassChangeError}. */
    INCOMPATIBLE_CLASS_CHANGE("ExceptionSupport", "incompatibleClassChange", "()Ljava/lang/Throwable;"),
    /** Makes the {@code UnsupportedOperationException} of a cut. */
    LINKAGE("ExceptionSupport", "linkage", "(Ljava/lang/String;)Ljava/lang/Throwable;"),
    /** Ends the image: an exception left an exported method. */
    ESCAPED("ExceptionSupport", "escaped", "(Ljava/lang/Throwable;)V"),
    /** Initialises a class. */
    INITIALIZE("ClassInitialization", "initialize", "(J)V");

    /** The package of the runtime, with slashes. */
    public static final String PACKAGE = "org/asterism/ostd/runtime";

    private final String className;
    private final String method;
    private final String descriptor;

    RuntimeEntry(String className, String method, String descriptor) {
        this.className = className;
        this.method = method;
        this.descriptor = descriptor;
    }

    /**
     * The method in the bundle that holds the runtime.
     *
     * @throws UnresolvedReferenceException if no bundle holds it
     */
    public JavaMethod find(World world) {
        for (Bundle bundle : world.bundles()) {
            if (bundle.packages().contains(PACKAGE)) {
                JavaClass owner = world.load(bundle, PACKAGE + "/" + className);
                JavaMethod found = owner.method(method, descriptor);
                if (found == null) {
                    throw new UnresolvedReferenceException("the runtime has no " + owner + "." + method + descriptor);
                }
                return found;
            }
        }
        throw new UnresolvedReferenceException("no bundle holds the language runtime " + PACKAGE.replace('/', '.')
                + "; add ostd-core to the request");
    }
}
