package org.asterism.service.proc.syscall;

import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProgramThread;

/** {@code struct rusage} of processes and threads. */
final class UsageImage {
    private static final int KIBIBYTE = 1024;

    private UsageImage() {
    }

    static byte[] ofProcess(Process process) {
        long resident = process.image() == null ? 0 : process.image().space().residentBytes();
        return image(process.userTimeNanos(), process.systemTimeNanos(),
                Math.max(resident, process.usage().largestResidentBytes()), process.usage().faults());
    }

    /** Of an ended child with the children it had waited for, as wait4(2) tells it. */
    static byte[] ofEnded(Process child) {
        return image(child.userTimeNanos() + child.childrenUserTimeNanos(),
                child.systemTimeNanos() + child.childrenSystemTimeNanos(),
                Math.max(child.usage().largestResidentBytes(), child.usage().childrenLargestResidentBytes()),
                child.usage().faults() + child.usage().childrenFaults());
    }

    static byte[] ofChildren(Process process) {
        return image(process.childrenUserTimeNanos(), process.childrenSystemTimeNanos(),
                process.usage().childrenLargestResidentBytes(), process.usage().childrenFaults());
    }

    static byte[] ofThread(ProgramThread thread) {
        return image(thread.userTimeNanos(), thread.systemTimeNanos(),
                thread.process().image().space().residentBytes(), thread.process().usage().faults());
    }

    private static byte[] image(long user, long system, long resident, long faults) {
        byte[] bytes = new byte[ResourceConstants.RUSAGE_BYTES];
        UserData.putTimeval(bytes, ResourceConstants.RU_UTIME, user);
        UserData.putTimeval(bytes, ResourceConstants.RU_STIME, system);
        LittleEndian.putLong(bytes, ResourceConstants.RU_MAXRSS, resident / KIBIBYTE);
        LittleEndian.putLong(bytes, ResourceConstants.RU_MINFLT, faults);
        return bytes;
    }
}
