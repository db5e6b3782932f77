package org.asterism.ostd.host;

/** Unwinds a task that still lives when its machine is closed. */
final class TaskKilled extends Error {
    private static final long serialVersionUID = 1L;

    TaskKilled() {
        super("the test machine was closed", null, false, false);
    }
}
