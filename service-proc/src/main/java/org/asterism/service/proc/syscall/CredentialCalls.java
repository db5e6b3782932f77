package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProgramThread;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose rights count: user and group ids, capabilities as far as they follow from them. */
@Component(service = SyscallProvider.class)
public final class CredentialCalls implements SyscallProvider {
    private static final int MOST_GROUPS = 65_536;
    private static final int CAPABILITY_VERSION_1 = 0x1998_0330;
    private static final int CAPABILITY_VERSION_2 = 0x2007_1026;
    private static final int CAPABILITY_VERSION_3 = 0x2008_0522;
    private static final long ALL_CAPABILITIES = 0x1ff_ffff_ffffL;

    private final ProcessTable table;

    /**
     * Decodes for the table.
     *
     * @param table finds threads
     */
    @Activate
    public CredentialCalls(@Reference ProcessTable table) {
        this.table = table;
    }

    private static boolean isRoot(UserThread thread) {
        return thread.credentials().effectiveUser() == 0;
    }

    private static long changeUsers(UserThread thread, Identities users) {
        return change(thread, users, Identities.ofGroups(thread.credentials()));
    }

    private static long changeGroups(UserThread thread, Identities groups) {
        return change(thread, Identities.ofUsers(thread.credentials()), groups);
    }

    private static long change(UserThread thread, Identities users, Identities groups) {
        Credentials old = thread.credentials();
        ((ProgramThread) thread).setCredentials(new Credentials(users.real(), users.effective(), users.saved(),
                users.filesystem(), groups.real(), groups.effective(), groups.saved(), groups.filesystem(),
                old.supplementaryGroups()));
        return 0;
    }

    private static long store(Identities ids, long real, long effective, long saved) throws KernelException {
        UserData.writeInt(real, ids.real());
        UserData.writeInt(effective, ids.effective());
        UserData.writeInt(saved, ids.saved());
        return 0;
    }

    /**
     * getuid(2).
     *
     * @param thread the caller
     * @return the real user
     */
    @Syscall("getuid")
    public long realUser(UserThread thread) {
        return thread.credentials().realUser() & 0xffff_ffffL;
    }

    /**
     * geteuid(2).
     *
     * @param thread the caller
     * @return the effective user
     */
    @Syscall("geteuid")
    public long effectiveUser(UserThread thread) {
        return thread.credentials().effectiveUser() & 0xffff_ffffL;
    }

    /**
     * getgid(2).
     *
     * @param thread the caller
     * @return the real group
     */
    @Syscall("getgid")
    public long realGroup(UserThread thread) {
        return thread.credentials().realGroup() & 0xffff_ffffL;
    }

    /**
     * getegid(2).
     *
     * @param thread the caller
     * @return the effective group
     */
    @Syscall("getegid")
    public long effectiveGroup(UserThread thread) {
        return thread.credentials().effectiveGroup() & 0xffff_ffffL;
    }

    /**
     * setuid(2).
     *
     * @param thread the caller
     * @param id a user
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("setuid")
    public long setUser(UserThread thread, int id) throws KernelException {
        return changeUsers(thread, Identities.ofUsers(thread.credentials()).with(id, isRoot(thread)));
    }

    /**
     * setreuid(2).
     *
     * @param thread the caller
     * @param real a user, −1 to keep it
     * @param effective a user, −1 to keep it
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("setreuid")
    public long setRealAndEffectiveUser(UserThread thread, int real, int effective) throws KernelException {
        return changeUsers(thread, Identities.ofUsers(thread.credentials()).withRealAndEffective(real, effective, isRoot(thread)));
    }

    /**
     * setresuid(2).
     *
     * @param thread the caller
     * @param real a user, −1 to keep it
     * @param effective a user, −1 to keep it
     * @param saved a user, −1 to keep it
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("setresuid")
    public long setAllUsers(UserThread thread, int real, int effective, int saved) throws KernelException {
        return changeUsers(thread, Identities.ofUsers(thread.credentials()).withAll(real, effective, saved, isRoot(thread)));
    }

    /**
     * getresuid(2).
     *
     * @param thread the caller
     * @param real where to store the real user
     * @param effective where to store the effective user
     * @param saved where to store the saved user
     * @return 0
     * @throws KernelException {@code EFAULT}
     */
    @Syscall("getresuid")
    public long allUsers(UserThread thread, long real, long effective, long saved) throws KernelException {
        return store(Identities.ofUsers(thread.credentials()), real, effective, saved);
    }

    /**
     * setfsuid(2).
     *
     * @param thread the caller
     * @param id a user
     * @return the one before, whether it was changed or not
     */
    @Syscall("setfsuid")
    public long setFilesystemUser(UserThread thread, int id) {
        Identities old = Identities.ofUsers(thread.credentials());
        changeUsers(thread, old.withFilesystem(id, isRoot(thread)));
        return old.filesystem() & 0xffff_ffffL;
    }

    /**
     * setgid(2).
     *
     * @param thread the caller
     * @param id a group
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("setgid")
    public long setGroup(UserThread thread, int id) throws KernelException {
        return changeGroups(thread, Identities.ofGroups(thread.credentials()).with(id, isRoot(thread)));
    }

    /**
     * setregid(2).
     *
     * @param thread the caller
     * @param real a group, −1 to keep it
     * @param effective a group, −1 to keep it
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("setregid")
    public long setRealAndEffectiveGroup(UserThread thread, int real, int effective) throws KernelException {
        return changeGroups(thread, Identities.ofGroups(thread.credentials()).withRealAndEffective(real, effective, isRoot(thread)));
    }

    /**
     * setresgid(2).
     *
     * @param thread the caller
     * @param real a group, −1 to keep it
     * @param effective a group, −1 to keep it
     * @param saved a group, −1 to keep it
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("setresgid")
    public long setAllGroups(UserThread thread, int real, int effective, int saved) throws KernelException {
        return changeGroups(thread, Identities.ofGroups(thread.credentials()).withAll(real, effective, saved, isRoot(thread)));
    }

    /**
     * getresgid(2).
     *
     * @param thread the caller
     * @param real where to store the real group
     * @param effective where to store the effective group
     * @param saved where to store the saved group
     * @return 0
     * @throws KernelException {@code EFAULT}
     */
    @Syscall("getresgid")
    public long allGroups(UserThread thread, long real, long effective, long saved) throws KernelException {
        return store(Identities.ofGroups(thread.credentials()), real, effective, saved);
    }

    /**
     * setfsgid(2).
     *
     * @param thread the caller
     * @param id a group
     * @return the one before, whether it was changed or not
     */
    @Syscall("setfsgid")
    public long setFilesystemGroup(UserThread thread, int id) {
        Identities old = Identities.ofGroups(thread.credentials());
        changeGroups(thread, old.withFilesystem(id, isRoot(thread)));
        return old.filesystem() & 0xffff_ffffL;
    }

    /**
     * getgroups(2).
     *
     * @param thread the caller
     * @param size room for so many ids; 0 asks
     * @param list where to store them
     * @return how many there are
     * @throws KernelException as the man page
     */
    @Syscall("getgroups")
    public long groups(UserThread thread, int size, long list) throws KernelException {
        int[] groups = thread.credentials().supplementaryGroups();
        if (size == 0) {
            return groups.length;
        }
        if (size < groups.length) {
            throw KernelException.of(Errno.EINVAL);
        }
        byte[] bytes = new byte[4 * groups.length];
        for (int i = 0; i < groups.length; i++) {
            LittleEndian.putInt(bytes, 4 * i, groups[i]);
        }
        UserData.write(list, bytes);
        return groups.length;
    }

    /**
     * setgroups(2).
     *
     * @param thread the caller
     * @param size how many ids
     * @param list address of them
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("setgroups")
    public long setGroups(UserThread thread, int size, long list) throws KernelException {
        if (!isRoot(thread)) {
            throw KernelException.of(Errno.EPERM);
        }
        if (size < 0 || size > MOST_GROUPS) {
            throw KernelException.of(Errno.EINVAL);
        }
        byte[] bytes = UserData.read(list, 4 * size);
        int[] groups = new int[size];
        for (int i = 0; i < size; i++) {
            groups[i] = LittleEndian.getInt(bytes, 4 * i);
        }
        Credentials old = thread.credentials();
        ((ProgramThread) thread).setCredentials(new Credentials(old.realUser(), old.effectiveUser(), old.savedUser(),
                old.filesystemUser(), old.realGroup(), old.effectiveGroup(), old.savedGroup(), old.filesystemGroup(),
                groups));
        return 0;
    }

    /**
     * capget(2): root has every capability, others have none.
     *
     * @param thread the caller
     * @param header address of version and thread id
     * @param data where to store the sets, or 0
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall(value = "capget", partial = "capabilities follow from the effective user")
    public long capabilities(UserThread thread, long header, long data) throws KernelException {
        int words = checkedCapabilityWords(header, data);
        if (words == 0) {
            return 0;
        }
        int id = LittleEndian.getInt(UserData.read(header + 4, 4), 0);
        if (id < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        ProgramThread target = id == 0 ? (ProgramThread) thread : table.thread(id);
        if (target == null) {
            throw KernelException.of(Errno.ESRCH);
        }
        long held = isRoot(target) ? ALL_CAPABILITIES : 0;
        byte[] bytes = new byte[12 * words];
        for (int word = 0; word < words; word++) {
            LittleEndian.putInt(bytes, 12 * word, (int) (held >>> 32 * word));
            LittleEndian.putInt(bytes, 12 * word + 4, (int) (held >>> 32 * word));
        }
        UserData.write(data, bytes);
        return 0;
    }

    /**
     * capset(2).
     *
     * @param thread the caller
     * @param header address of version and thread id
     * @param data address of the sets
     * @return 0
     * @throws KernelException {@code EPERM} if that would add capabilities
     */
    @Syscall(value = "capset", partial = "checked, without effect")
    public long setCapabilities(UserThread thread, long header, long data) throws KernelException {
        int words = checkedCapabilityWords(header, data);
        byte[] bytes = UserData.read(data, 12 * words);
        long wanted = 0;
        for (int word = 0; word < words; word++) {
            wanted |= (LittleEndian.getInt(bytes, 12 * word) & 0xffff_ffffL) << 32 * word;
            wanted |= (LittleEndian.getInt(bytes, 12 * word + 4) & 0xffff_ffffL) << 32 * word;
        }
        if (wanted != 0 && !isRoot(thread)) {
            throw KernelException.of(Errno.EPERM);
        }
        return 0;
    }

    private static int checkedCapabilityWords(long header, long data) throws KernelException {
        int version = LittleEndian.getInt(UserData.read(header, 4), 0);
        if (version == CAPABILITY_VERSION_1) {
            return data == 0 ? 0 : 1;
        }
        if (version == CAPABILITY_VERSION_2 || version == CAPABILITY_VERSION_3) {
            return data == 0 ? 0 : 2;
        }
        UserData.writeInt(header, CAPABILITY_VERSION_3);
        if (data == 0) {
            return 0;
        }
        throw KernelException.of(Errno.EINVAL);
    }
}
