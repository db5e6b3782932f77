package org.asterism.aot.reach;

import org.asterism.aot.intrinsic.Intrinsic;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;

/**
 * What an invoke instruction means in the closed world.
 *
 * @param kind how it is compiled
 * @param target the method that runs (direct) or that the reference resolves to (virtual); null for handles
 * @param receiver for virtual calls, the narrowest class or interface that the receiver must have
 * @param intrinsic the expression of an intrinsic, else null
 */
public record Call(Kind kind, JavaMethod target, JavaClass receiver, Intrinsic intrinsic) {

    /** How a call is compiled. */
    public enum Kind {
        /** One method, known here. */
        DIRECT,
        /** By the class of the receiver. */
        VIRTUAL,
        /** A C expression. */
        INTRINSIC,
        /** An access through a {@code VarHandle} constant. */
        HANDLE_ACCESS,
        /** Makes a handle: null at run time. */
        HANDLE_FACTORY,
        /** The profile fixes the result. */
        CONSTANT
    }

    static Call of(Kind kind) {
        return new Call(kind, null, null, null);
    }
}
