package org.asterism.ostd.host;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.X86SyscallNumbers;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.syscall.SyscallTable;

/** The table that the assembler generates as a switch, built at run time from the providers' annotations. */
public final class HostSyscallTable implements SyscallTable {
    private final Map<Integer, Handler> handlers = new HashMap<>();

    /** One handler: its method takes the calling thread and up to six numbers. */
    private record Handler(String name, SyscallProvider provider, Method method, Class<?>[] parameters) {
    }

    /**
     * Builds the table.
     *
     * @param providers all components with {@link Syscall} methods
     * @throws IllegalStateException if two of them provide one call or a signature is not as {@link Syscall} demands
     */
    public HostSyscallTable(List<SyscallProvider> providers) {
        for (SyscallProvider provider : providers) {
            for (Method method : provider.getClass().getMethods()) {
                Syscall call = method.getAnnotation(Syscall.class);
                int number = call == null ? -1 : X86SyscallNumbers.number(call.value());
                if (number >= 0) {
                    add(number, call.value(), provider, method);
                }
            }
        }
    }

    private void add(int number, String name, SyscallProvider provider, Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        boolean wellFormed = method.getReturnType() == long.class && parameters.length >= 1 && parameters.length <= 7
                && parameters[0] == UserThread.class;
        for (int i = 1; i < parameters.length; i++) {
            wellFormed &= parameters[i] == int.class || parameters[i] == long.class;
        }
        if (!wellFormed) {
            throw new IllegalStateException(method + " is no system call handler; it must return long and take a UserThread and up to"
                    + " six parameters of type int or long");
        }
        method.setAccessible(true);
        Handler previous = handlers.put(number, new Handler(name, provider, method, parameters));
        if (previous != null) {
            throw new IllegalStateException(name + " is provided by " + previous.method() + " and by " + method + "; remove one");
        }
    }

    @Override
    public long call(UserThread thread, int number, long a, long b, long c, long d, long e, long f) throws KernelException {
        Handler handler = handlers.get(number);
        if (handler == null) {
            throw KernelException.of(Errno.ENOSYS);
        }
        long[] numbers = {a, b, c, d, e, f};
        Object[] arguments = new Object[handler.parameters().length];
        arguments[0] = thread;
        for (int i = 1; i < arguments.length; i++) {
            long value = numbers[i - 1];
            if (handler.parameters()[i] == int.class) {
                arguments[i] = (int) value;
            } else {
                arguments[i] = value;
            }
        }
        try {
            return (long) handler.method().invoke(handler.provider(), arguments);
        } catch (InvocationTargetException wrapped) {
            throw unwrapped(wrapped.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(handler.method() + " cannot be called with " + Arrays.toString(arguments), impossible);
        }
    }

    private static KernelException unwrapped(Throwable thrown) {
        if (thrown instanceof KernelException expected) {
            return expected;
        }
        if (thrown instanceof RuntimeException bug) {
            throw bug;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("a handler threw an undeclared exception", thrown);
    }

    @Override
    public String name(int number) {
        Handler handler = handlers.get(number);
        return handler == null ? null : handler.name();
    }
}
