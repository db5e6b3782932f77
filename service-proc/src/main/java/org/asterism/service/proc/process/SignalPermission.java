package org.asterism.service.proc.process;

import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.process.Credentials;

/** Who may send signals to whom, as kill(2) says. */
public final class SignalPermission {
    private SignalPermission() {
    }

    /**
     * Tells whether a thread may send a signal to a process.
     *
     * @param sender who sends
     * @param target who gets it
     * @param signal which
     * @return whether the users match, the sender is root, or SIGCONT stays within the session
     */
    public static boolean allows(ProgramThread sender, Process target, int signal) {
        Credentials from = sender.credentials();
        Credentials to = target.credentials();
        return from.effectiveUser() == 0 || sender.process() == target
                || from.effectiveUser() == to.savedUser() || from.effectiveUser() == to.realUser()
                || from.realUser() == to.savedUser() || from.realUser() == to.realUser()
                || signal == Signals.SIGCONT && sender.process().group().session() == target.group().session();
    }
}
