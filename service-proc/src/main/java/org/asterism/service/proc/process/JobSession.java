package org.asterism.service.proc.process;

import org.asterism.kernel.process.ControllingTerminal;
import org.asterism.kernel.process.ProcessGroup;
import org.asterism.kernel.process.Session;

/** A session. Groups are counted under the table's lock; the terminal is set by its driver. */
public final class JobSession implements Session {
    private final ProcessTable table;
    private final int id;
    private int groups;
    private volatile ControllingTerminal terminal;

    JobSession(ProcessTable table, int id) {
        this.table = table;
        this.id = id;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public ProcessGroup group(int groupId) {
        JobGroup group = table.group(groupId);
        return group != null && group.session() == this ? group : null;
    }

    @Override
    public ControllingTerminal controllingTerminal() {
        return terminal;
    }

    @Override
    public void setControllingTerminal(ControllingTerminal owner) {
        terminal = owner;
    }

    void groupAdded() {
        groups++;
    }

    /**
     * A group has no members any more.
     *
     * @return whether it was the last one
     */
    boolean groupRemoved() {
        return --groups == 0;
    }
}
