package org.asterism.ostd.linux;

import org.asterism.ostd.runtime.Abort;
import org.asterism.ostd.runtime.Parking;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ThreadArea;

/** Parking where nobody else runs: a wait with a limit sleeps, one without could never end and is reported. */
final class LinuxParking extends Parking {
    private boolean permit;

    @Override
    public void park(long timeoutNanos) {
        if (permit) {
            permit = false;
            return;
        }
        if (timeoutNanos == Long.MAX_VALUE) {
            throw Abort.because("the only task of this process waits for another one, which would be for ever; task", ThreadArea.current());
        }
        long timespec = Scratch.address() + Scratch.TIMESPEC;
        Address.storeLong(timespec, timeoutNanos / 1_000_000_000L);
        Address.storeLong(timespec + 8, timeoutNanos % 1_000_000_000L);
        LinuxSystemCalls.sleep(timespec);
    }

    @Override
    public void unpark(long threadArea) {
        permit = true;
    }

    @Override
    public void preempt() {
        Address.storeInt(ThreadArea.current() + ThreadArea.PREEMPTION_PENDING, 0);
    }

    @Override
    public long nanoTime() {
        return LinuxClock.nanoTime();
    }
}
