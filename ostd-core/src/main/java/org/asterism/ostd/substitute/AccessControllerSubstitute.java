package org.asterism.ostd.substitute;

import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@code AccessController} without a security manager: everything is permitted, and actions run at once. */
@SubstituteClass(className = "java.security.AccessController", reason = "there is no security manager")
final class AccessControllerSubstitute {
    private static final String AT_ONCE = "runs the action at once";

    private AccessControllerSubstitute() {}

    @SubstituteMethod(name = "<clinit>", reason = "nothing to prepare")
    static void initialize() {
        // no domains
    }

    @SubstituteMethod(reason = AT_ONCE)
    static Object doPrivileged(PrivilegedAction<?> action) {
        return action.run();
    }

    @SubstituteMethod(reason = AT_ONCE)
    static Object doPrivileged(PrivilegedAction<?> action, Object context) {
        return action.run();
    }

    @SubstituteMethod(reason = AT_ONCE)
    static Object doPrivileged(PrivilegedExceptionAction<?> action) throws PrivilegedActionException {
        try {
            return action.run();
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception failure) {
            throw new PrivilegedActionException(failure);
        }
    }

    @SubstituteMethod(reason = "no context")
    static Object getContext() {
        return null;
    }
}
