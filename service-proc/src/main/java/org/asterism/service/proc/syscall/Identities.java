package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.Credentials;

/**
 * The four ids of users, or those of groups, and the rules of credentials(7) by which a program changes them.
 *
 * @param real who started the program
 * @param effective whose rights count
 * @param saved which may become effective again
 * @param filesystem whose rights count for files
 */
record Identities(int real, int effective, int saved, int filesystem) {
    private static final int UNCHANGED = -1;

    static Identities ofUsers(Credentials from) {
        return new Identities(from.realUser(), from.effectiveUser(), from.savedUser(), from.filesystemUser());
    }

    static Identities ofGroups(Credentials from) {
        return new Identities(from.realGroup(), from.effectiveGroup(), from.savedGroup(), from.filesystemGroup());
    }

    /** setuid(2), setgid(2): all ids for who is privileged, the effective one for others. */
    Identities with(int id, boolean privileged) throws KernelException {
        if (id == UNCHANGED) {
            throw KernelException.of(Errno.EINVAL);
        }
        check(privileged || id == real || id == saved);
        return privileged ? new Identities(id, id, id, id) : new Identities(real, id, saved, id);
    }

    /** setreuid(2), setregid(2): −1 keeps an id; the saved one follows the effective one unless the real one stays what it was. */
    Identities withRealAndEffective(int newReal, int newEffective, boolean privileged) throws KernelException {
        check(privileged || (newReal == UNCHANGED || newReal == real || newReal == effective) && mayHave(newEffective));
        int becomes = orElse(newEffective, effective);
        boolean saves = newReal != UNCHANGED || newEffective != UNCHANGED && newEffective != real;
        return new Identities(orElse(newReal, real), becomes, saves ? becomes : saved, becomes);
    }

    /** setresuid(2), setresgid(2): −1 keeps an id. */
    Identities withAll(int newReal, int newEffective, int newSaved, boolean privileged) throws KernelException {
        check(privileged || mayHave(newReal) && mayHave(newEffective) && mayHave(newSaved));
        int becomes = orElse(newEffective, effective);
        return new Identities(orElse(newReal, real), becomes, orElse(newSaved, saved), becomes);
    }

    /** setfsuid(2), setfsgid(2): what is not allowed changes nothing. */
    Identities withFilesystem(int id, boolean privileged) {
        boolean allowed = id != UNCHANGED && (privileged || mayHave(id) || id == filesystem);
        return allowed ? new Identities(real, effective, saved, id) : this;
    }

    private boolean mayHave(int id) {
        return id == UNCHANGED || id == real || id == effective || id == saved;
    }

    private static int orElse(int id, int kept) {
        return id == UNCHANGED ? kept : id;
    }

    private static void check(boolean allowed) throws KernelException {
        if (!allowed) {
            throw KernelException.of(Errno.EPERM);
        }
    }
}
