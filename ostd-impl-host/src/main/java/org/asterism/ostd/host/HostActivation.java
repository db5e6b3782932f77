package org.asterism.ostd.host;

import org.asterism.ostd.paging.AddressSpace;
import org.asterism.ostd.paging.SpaceActivation;

/** Each simulated task carries its space. */
final class HostActivation extends SpaceActivation {
    private final HostTasks tasks;

    HostActivation(HostTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void activate(AddressSpace space) {
        tasks.running().activate(space);
    }

    @Override
    public AddressSpace active() {
        AddressSpace space = tasks.running().activeSpace();
        if (space == null) {
            throw new IllegalStateException("user memory accessed without an active address space");
        }
        return space;
    }
}
