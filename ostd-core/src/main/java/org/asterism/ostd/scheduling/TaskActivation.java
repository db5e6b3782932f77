package org.asterism.ostd.scheduling;

import org.asterism.ostd.paging.AddressSpace;
import org.asterism.ostd.paging.SpaceActivation;

/** The address spaces of tasks. Made before the switcher, which needs what paging gives it. */
public final class TaskActivation extends SpaceActivation {
    private TaskSwitcher switcher;

    /** Spaces of no task yet. */
    public TaskActivation() {}

    /**
     * Serves the tasks of a switcher from now on.
     *
     * @param tasks the switcher of the machine
     */
    public void serve(TaskSwitcher tasks) {
        switcher = tasks;
    }

    @Override
    public void activate(AddressSpace space) {
        switcher.activate(space);
    }

    @Override
    public AddressSpace active() {
        return switcher.current().space;
    }
}
