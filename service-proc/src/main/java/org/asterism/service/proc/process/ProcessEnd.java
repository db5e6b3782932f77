package org.asterism.service.proc.process;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.abi.SignalCodes;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.WaitConstants;
import org.asterism.kernel.process.ControllingTerminal;
import org.asterism.service.proc.signal.SignalInfo;

/** What the end of a process means to others: children, groups, the terminal, the parent. */
public final class ProcessEnd {
    private final ProcessTable table;

    /**
     * Ends processes of a table.
     *
     * @param table where they are
     */
    public ProcessEnd(ProcessTable table) {
        this.table = table;
    }

    /**
     * Makes a process without threads a zombie, or makes it vanish if nobody waits for it.
     *
     * @param process its resources are given up already
     */
    public void finish(Process process) {
        process.signals().beginEnd(process.leader().exitStatus());
        ProcessTimers timers = process.timers();
        if (timers != null) {
            timers.disarmAll();
            process.setTimers(null);
        }
        hangUp(process);
        Process parent;
        boolean vanishes;
        List<Process> orphanedZombies = new ArrayList<>();
        List<JobGroup> orphanedGroups = new ArrayList<>();
        try (var held = table.lock().lock()) {
            JobGroup own = process.group();
            Process father = process.parent();
            if (father != null && father.group() != own && father.group().session() == own.session()) {
                addIfOrphaned(own, process, orphanedGroups);
            }
            handOverChildren(process, orphanedZombies, orphanedGroups);
            parent = process.parent();
            vanishes = process.exitSignal() == Signals.SIGCHLD && parent.leavesNoZombies();
            process.becomeZombie(process.signals().endStatus());
            if (vanishes) {
                table.reap(process);
            }
            // the signal is there before wait(2) can find the child: else it would interrupt what the parent does next
            signalParent(process, parent);
            for (Process zombie : orphanedZombies) {
                signalParent(zombie, zombie.parent());
            }
        }
        parent.childEvents().wakeAll();
        for (Process zombie : orphanedZombies) {
            zombie.parent().childEvents().wakeAll();
        }
        for (JobGroup group : orphanedGroups) {
            group.signal(Signals.SIGHUP);
            group.signal(Signals.SIGCONT);
        }
    }

    private static void hangUp(Process process) {
        if (process.isSessionLeader()) {
            JobSession session = process.group().session();
            ControllingTerminal terminal = session.controllingTerminal();
            if (terminal != null) {
                terminal.leaderEnded(session);
                session.setControllingTerminal(null);
            }
        }
    }

    private void handOverChildren(Process process, List<Process> zombies, List<JobGroup> orphaned) {
        if (process.children().isEmpty()) {
            return;
        }
        Process reaper = reaperFor(process);
        for (Process child : process.children()) {
            child.setParent(reaper);
            reaper.children().add(child);
            int signal = child.attributes().parentDeathSignal();
            if (signal != 0 && !child.isZombie()) {
                child.signals().send(SignalInfo.ofKernel(signal), null);
            }
            if (child.isZombie()) {
                zombies.add(child);
            }
            JobGroup group = child.group();
            if (group != process.group() && group.session() == process.group().session()) {
                addIfOrphaned(group, null, orphaned);
            }
        }
        process.children().clear();
    }

    private Process reaperFor(Process process) {
        for (Process ancestor = process.parent(); ancestor != null; ancestor = ancestor.parent()) {
            if (ancestor.attributes().isSubreaper() && !ancestor.signals().isEnding()) {
                return ancestor;
            }
        }
        return table.init();
    }

    /** POSIX: a group that becomes orphaned with stopped members gets SIGHUP and SIGCONT, or it would never go on. */
    private static void addIfOrphaned(JobGroup group, Process leaving, List<JobGroup> orphaned) {
        if (group.hasStoppedMember() && group.isOrphanedWithout(leaving)) {
            orphaned.add(group);
        }
    }

    private static void signalParent(Process process, Process parent) {
        if (process.exitSignal() == 0) {
            return;
        }
        int status = process.waitStatus();
        int signal = WaitConstants.terminatingSignal(status);
        parent.signals().send(SignalInfo.ofChild(process.exitSignal(),
                signal == 0 ? SignalCodes.CLD_EXITED : SignalCodes.CLD_KILLED, process.id(), process.realUser(),
                signal == 0 ? WaitConstants.exitCode(status) : signal, process.userTicks(), process.systemTicks()), null);
    }
}
