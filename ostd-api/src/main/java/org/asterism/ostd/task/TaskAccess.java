package org.asterism.ostd.task;

import org.asterism.ostd.spi.Ostd;

/**
 * What the machine below may see of a {@link Task}: refused to anyone who cannot name {@code org.asterism.ostd.spi}.
 */
public final class TaskAccess {
    private TaskAccess() {
    }

    /**
     * The body of a task.
     *
     * @param proof the bound machine: only privileged code can name one
     * @param task any task
     * @return never null
     */
    public static Runnable body(org.asterism.ostd.spi.Machine proof, Task task) {
        check(proof);
        return task.body();
    }

    /**
     * The machine's own state of a task.
     *
     * @param proof the bound machine
     * @param task any task
     * @return null before the task was started
     */
    public static Object machineState(org.asterism.ostd.spi.Machine proof, Task task) {
        check(proof);
        return task.machineState();
    }

    /**
     * Sets the machine's own state of a task.
     *
     * @param proof the bound machine
     * @param task any task
     * @param state anything
     */
    public static void setMachineState(org.asterism.ostd.spi.Machine proof, Task task, Object state) {
        check(proof);
        task.setMachineState(state);
    }

    /**
     * Attaches an object to a task that runs ({@link Task#data()}).
     *
     * @param proof the bound machine
     * @param task any task
     * @param data null for nothing
     */
    public static void attach(org.asterism.ostd.spi.Machine proof, Task task, Object data) {
        check(proof);
        task.attach(data);
    }

    /**
     * Makes a task that {@link TaskOptions} did not make: the boot task and idle tasks.
     *
     * @param proof the bound machine
     * @param name for logs
     * @param body what it runs
     * @return a task that is not started
     */
    public static Task create(org.asterism.ostd.spi.Machine proof, String name, Runnable body) {
        check(proof);
        return new Task(name, body, null);
    }

    static void check(org.asterism.ostd.spi.Machine proof) {
        if (proof == null || proof != Ostd.machine()) {
            throw new IllegalStateException("only the bound machine may look inside a task");
        }
    }
}
