package org.asterism.ostd.host;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Lets any JVM thread call a part of a shared machine: each call of a thread from outside is a turn of a task of its own, as if it ran on
 * another processor between its calls.
 */
final class Gate implements InvocationHandler {
    private final HostTasks tasks;
    private final Object part;

    private Gate(HostTasks tasks, Object part) {
        this.tasks = tasks;
        this.part = part;
    }

    static <T> T around(HostTasks tasks, Class<T> contract, T part) {
        return contract.cast(Proxy.newProxyInstance(Gate.class.getClassLoader(), new Class<?>[] {contract}, new Gate(tasks, part)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        boolean entered = tasks.enter();
        try {
            return method.invoke(part, arguments);
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause();
        } finally {
            if (entered) {
                tasks.leave();
            }
        }
    }
}
