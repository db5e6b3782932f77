package org.asterism.ostd.sync;

import org.asterism.ostd.effect.FastPath;

/** What a task waits for. Checked in task context, without locks held. */
@FunctionalInterface
public interface WaitCondition {
    /**
     * Checks.
     *
     * @return whether the wait is over
     */
    @FastPath
    boolean isSatisfied();
}
