package org.asterism.service.proc.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.sync.Mutex;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Who has which id: processes, threads, groups and sessions share one space of numbers. */
@Component(service = ProcessTable.class)
public final class ProcessTable {
    /** Id of the first process. */
    public static final int INIT = 1;
    /** Ids are below this. */
    public static final int ID_LIMIT = 32_768;
    /** After the first round, ids begin here. */
    private static final int SECOND_ROUND = 300;

    private final Mutex lock = new Mutex();
    private final HashMap<Integer, Entry> entries = new HashMap<>();
    private volatile int lastId;
    private volatile long created;
    private volatile Process init;

    /** Makes an empty table. */
    @Activate
    public ProcessTable() {
    }

    /** What an id stands for; each may be null. */
    private static final class Entry {
        Process process;
        ProgramThread thread;
        JobGroup group;
        JobSession session;

        boolean isEmpty() {
            return process == null && thread == null && group == null && session == null;
        }
    }

    /**
     * The lock of all relations between processes.
     *
     * @return sleeps
     */
    public Mutex lock() {
        return lock;
    }

    /**
     * The first process.
     *
     * @return null before it was made
     */
    public Process init() {
        return init;
    }

    /**
     * Takes a free id.
     *
     * @return positive; given back by {@link #releaseId} unless something is registered under it
     * @throws KernelException {@code EAGAIN} if all are taken
     */
    public int allocateId() throws KernelException {
        try (var held = lock.lock()) {
            int candidate = lastId;
            for (int tried = 0; tried < ID_LIMIT; tried++) {
                candidate = candidate + 1 < ID_LIMIT ? candidate + 1 : SECOND_ROUND;
                if (!entries.containsKey(candidate)) {
                    entries.put(candidate, new Entry());
                    lastId = candidate;
                    return candidate;
                }
            }
        }
        throw KernelException.of(Errno.EAGAIN);
    }

    /**
     * Gives an id back that nothing was registered under.
     *
     * @param id from {@link #allocateId}
     */
    public void releaseId(int id) {
        try (var assured = Allocation.assured(); var held = lock.lock()) {
            dropIfEmpty(id);
        }
    }

    private void dropIfEmpty(int id) {
        Entry entry = entries.get(id);
        if (entry != null && entry.isEmpty()) {
            entries.remove(id);
        }
    }

    /**
     * Registers the first process, leader of its own session and group.
     *
     * @param process with id {@link #INIT}
     * @param thread its first thread
     */
    public void addInit(Process process, ProgramThread thread) {
        try (var held = lock.lock()) {
            init = process;
            Entry entry = entries.get(process.id());
            entry.process = process;
            entry.thread = thread;
            process.addThread(thread);
            created++;
            enterNewSession(process, entry);
        }
    }

    /**
     * Registers a new process with its first thread.
     *
     * @param process without relations
     * @param thread its first thread
     * @param parent its parent
     * @param group the group it belongs to
     */
    public void addChild(Process process, ProgramThread thread, Process parent, JobGroup group) {
        try (var held = lock.lock()) {
            Entry entry = entries.get(process.id());
            process.addThread(thread);
            process.setGroup(group);
            parent.children().add(process);
            boolean grouped = false;
            try {
                group.add(process);
                grouped = true;
            } finally {
                if (!grouped) {
                    parent.children().remove(process);
                }
            }
            process.setParent(parent);
            entry.process = process;
            entry.thread = thread;
            created++;
        }
    }

    /**
     * Registers a new thread of a process.
     *
     * @param thread not started yet
     * @return false if the process is ending; then nothing is registered
     */
    public boolean addThread(ProgramThread thread) {
        try (var held = lock.lock()) {
            Entry entry = entries.get(thread.id());
            if (!thread.process().addThread(thread)) {
                return false;
            }
            entry.thread = thread;
            created++;
            return true;
        }
    }

    /**
     * Removes an ended thread.
     *
     * @param thread the current one
     * @return whether it was the last of its process
     */
    public boolean removeThread(ProgramThread thread) {
        Process process = thread.process();
        try (var assured = Allocation.assured(); var held = lock.lock()) {
            boolean last = process.removeThread(thread);
            Entry entry = entries.get(thread.id());
            if (thread.id() != process.id()) {
                entry.thread = null;
                dropIfEmpty(thread.id());
            }
            if (!last) {
                process.signals().threadGone();
            }
            return last;
        }
    }

    /**
     * Undoes {@link #addChild}, for a process whose thread could not be started.
     *
     * @param process without a running thread
     */
    public void withdrawChild(Process process) {
        try (var assured = Allocation.assured(); var held = lock.lock()) {
            reap(process);
        }
    }

    /**
     * Undoes {@link #addThread}, for a thread that could not be started.
     *
     * @param thread not running
     */
    public void withdrawThread(ProgramThread thread) {
        removeThread(thread);
    }

    /**
     * Counts the processes of a user.
     *
     * @param user a real user id
     * @return zombies included
     */
    public int countOf(int user) {
        int count = 0;
        try (var held = lock.lock()) {
            for (Entry entry : entries.values()) {
                if (entry.process != null && entry.process.realUser() == user) {
                    count++;
                }
            }
        }
        return count;
    }

    /**
     * Makes a thread the first one of its process, with the process's id, at execve(2): the others are gone.
     *
     * @param thread the current one
     */
    public void makeLeader(ProgramThread thread) {
        Process process = thread.process();
        if (thread.id() == process.id()) {
            return;
        }
        try (var assured = Allocation.assured(); var held = lock.lock()) {
            int old = thread.id();
            entries.get(old).thread = null;
            dropIfEmpty(old);
            entries.get(process.id()).thread = thread;
            thread.setId(process.id());
            process.setLeader(thread);
        }
    }

    /**
     * Removes an ended process for good, with the lock held.
     *
     * @param process a zombie
     */
    public void reap(Process process) {
        Process parent = process.parent();
        if (parent != null) {
            parent.children().remove(process);
        }
        leaveGroup(process);
        Entry entry = entries.get(process.id());
        entry.process = null;
        entry.thread = null;
        dropIfEmpty(process.id());
    }

    /**
     * Moves a process to a group of its session, with the lock held.
     *
     * @param process who moves
     * @param groupId an existing group of the session, or the process's own id
     */
    public void moveToGroup(Process process, int groupId) {
        if (process.group().id() == groupId) {
            return;
        }
        JobSession session = process.group().session();
        Entry entry = entries.get(groupId);
        if (entry.group == null) {
            entry.group = new JobGroup(this, groupId, session);
            session.groupAdded();
        }
        Allocation.commit();
        JobGroup target = entry.group;
        leaveGroup(process);
        process.setGroup(target);
        target.add(process);
    }

    /**
     * Makes a process the leader of a new session and group, with the lock held.
     *
     * @param process leads no group
     */
    public void startSession(Process process) {
        enterNewSession(process, entries.get(process.id()));
    }

    private void enterNewSession(Process process, Entry entry) {
        JobSession session = new JobSession(this, process.id());
        JobGroup group = new JobGroup(this, process.id(), session);
        Allocation.commit();
        if (process.group() != null) {
            leaveGroup(process);
        }
        session.groupAdded();
        entry.session = session;
        entry.group = group;
        process.setGroup(group);
        group.add(process);
    }

    private void leaveGroup(Process process) {
        JobGroup group = process.group();
        group.remove(process);
        if (group.members().length > 0) {
            return;
        }
        entries.get(group.id()).group = null;
        dropIfEmpty(group.id());
        if (group.session().groupRemoved()) {
            int id = group.session().id();
            entries.get(id).session = null;
            dropIfEmpty(id);
        }
    }

    /**
     * Finds a process.
     *
     * @param id a process id
     * @return null if there is none
     */
    public Process process(int id) {
        try (var held = lock.lock()) {
            Entry entry = entries.get(id);
            return entry == null ? null : entry.process;
        }
    }

    /**
     * Finds a thread.
     *
     * @param id a thread id
     * @return null if there is none, or only a zombie
     */
    public ProgramThread thread(int id) {
        try (var held = lock.lock()) {
            Entry entry = entries.get(id);
            return entry == null ? null : entry.thread;
        }
    }

    /**
     * Finds a group.
     *
     * @param id a group id
     * @return null if there is none
     */
    public JobGroup group(int id) {
        try (var held = lock.lock()) {
            return groupLocked(id);
        }
    }

    /**
     * {@link #group} with the lock held.
     *
     * @param id a group id
     * @return null if there is none
     */
    public JobGroup groupLocked(int id) {
        Entry entry = entries.get(id);
        return entry == null ? null : entry.group;
    }

    /**
     * {@link #process} with the lock held.
     *
     * @param id a process id
     * @return null if there is none
     */
    public Process processLocked(int id) {
        Entry entry = entries.get(id);
        return entry == null ? null : entry.process;
    }

    /**
     * All processes, zombies included.
     *
     * @return a snapshot in ascending order of ids
     */
    public List<Process> all() {
        List<Process> found = new ArrayList<>();
        try (var held = lock.lock()) {
            for (Entry entry : entries.values()) {
                if (entry.process != null) {
                    found.add(entry.process);
                }
            }
        }
        found.sort((one, other) -> Integer.compare(one.id(), other.id()));
        return found;
    }

    /**
     * The id given out last.
     *
     * @return 0 before the first
     */
    public int lastId() {
        return lastId;
    }

    /**
     * Processes and threads ever made.
     *
     * @return a count
     */
    public long created() {
        return created;
    }
}
