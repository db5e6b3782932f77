package org.asterism.ostd.task;

import java.util.Objects;

/** How a new task begins. */
public final class TaskOptions {
    private final Runnable body;
    private String name = "task";
    private Object data;
    private Object policyState;

    private TaskOptions(Runnable body) {
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * Options of a task.
     *
     * @param body what it runs
     * @return options with defaults
     */
    public static TaskOptions of(Runnable body) {
        return new TaskOptions(body);
    }

    /**
     * Names the task.
     *
     * @param value for logs and stack traces
     * @return this
     */
    public TaskOptions name(String value) {
        name = Objects.requireNonNull(value, "name");
        return this;
    }

    /**
     * Attaches an object ({@link Task#data()}).
     *
     * @param value anything
     * @return this
     */
    public TaskOptions data(Object value) {
        data = value;
        return this;
    }

    /**
     * Sets the scheduling policy's state ({@link Task#policyState()}).
     *
     * @param value anything
     * @return this
     */
    public TaskOptions policyState(Object value) {
        policyState = value;
        return this;
    }

    /**
     * Makes the task without starting it.
     *
     * @return a task for {@link #start(Task)}
     */
    public Task build() {
        Task task = new Task(name, body, data);
        task.beginWithPolicyState(policyState);
        return task;
    }

    /**
     * Starts a built task, once.
     *
     * @param task from {@link #build()}
     * @throws OutOfMemoryError when there is no memory for its stack
     */
    public static void start(Task task) {
        Task.tasks().start(task);
    }

    /**
     * Makes and starts the task.
     *
     * @return the running task
     * @throws OutOfMemoryError when there is no memory for its stack
     */
    public Task spawn() {
        Task task = build();
        start(task);
        return task;
    }
}
