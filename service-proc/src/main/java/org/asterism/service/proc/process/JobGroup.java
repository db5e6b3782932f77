package org.asterism.service.proc.process;

import org.asterism.kernel.process.ProcessGroup;
import org.asterism.service.proc.signal.SignalInfo;

/** A process group. Its list of members changes under the table's lock and may be read without. */
public final class JobGroup implements ProcessGroup {
    private static final Process[] NOBODY = {};

    private final ProcessTable table;
    private final int id;
    private final JobSession session;
    private volatile Process[] members = NOBODY;

    JobGroup(ProcessTable table, int id, JobSession session) {
        this.table = table;
        this.id = id;
        this.session = session;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public JobSession session() {
        return session;
    }

    /**
     * The members, zombies included.
     *
     * @return a snapshot, not to be changed
     */
    public Process[] members() {
        return members;
    }

    @Override
    public void signal(int signal) {
        for (Process member : members) {
            member.signals().send(SignalInfo.ofKernel(signal), null);
        }
    }

    @Override
    public boolean isOrphaned() {
        try (var held = table.lock().lock()) {
            return isOrphanedWithout(null);
        }
    }

    /**
     * {@link #isOrphaned()} as if a process were gone, with the table's lock held.
     *
     * @param ignored a process that does not count, null for none
     * @return whether nobody could continue the group
     */
    boolean isOrphanedWithout(Process ignored) {
        for (Process member : members) {
            Process parent = member.parent();
            if (member == ignored || member.isZombie() || parent == null) {
                continue;
            }
            if (parent.group() != this && parent.group().session() == session) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether a member is stopped.
     *
     * @return whether the group would hang if it became orphaned
     */
    boolean hasStoppedMember() {
        for (Process member : members) {
            if (member.signals().isStopped()) {
                return true;
            }
        }
        return false;
    }

    void add(Process member) {
        Process[] old = members;
        Process[] grown = java.util.Arrays.copyOf(old, old.length + 1);
        grown[old.length] = member;
        members = grown;
    }

    void remove(Process member) {
        members = without(members, member);
    }

    private static Process[] without(Process[] from, Process gone) {
        int at = 0;
        while (at < from.length && from[at] != gone) {
            at++;
        }
        if (at == from.length) {
            return from;
        }
        Process[] rest = new Process[from.length - 1];
        System.arraycopy(from, 0, rest, 0, at);
        System.arraycopy(from, at + 1, rest, at, rest.length - at);
        return rest;
    }
}
