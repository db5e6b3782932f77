package org.asterism.ostd.heap;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ThreadArea;

/** Makes the Nth fallible allocation of a task fail, objects and frames counted alike. The state is two words of the task's control area. */
public final class FaultInjection {
    private FaultInjection() {}

    /**
     * Counts one allocation of the running task.
     *
     * @param area of the running task
     * @return whether this is the one that fails
     */
    public static boolean isDue(long area) {
        int left = Address.loadInt(area + ThreadArea.FAIL_ALLOCATION);
        if (left == 0 || Address.loadInt(area + ThreadArea.FALLIBLE) == 0) {
            return false;
        }
        Address.storeInt(area + ThreadArea.FAIL_ALLOCATION, left - 1);
        return left == 1;
    }

    /** Whether allocations of a task are counted. */
    static boolean isSet(long area) {
        return Address.loadInt(area + ThreadArea.FAIL_ALLOCATION) != 0;
    }

    /**
     * Lets allocations of the running task be refused, or not.
     *
     * @param area     of the running task
     * @param fallible whether they may
     * @return what was set before
     */
    public static boolean setFallible(long area, boolean fallible) {
        boolean before = Address.loadInt(area + ThreadArea.FALLIBLE) != 0;
        Address.storeInt(area + ThreadArea.FALLIBLE, fallible ? 1 : 0);
        return before;
    }

    /**
     * Sets which allocation of the running task fails; {@link ObjectHeap#failAllocation} where objects are to be counted.
     *
     * @param area  of the running task
     * @param count from 1, 0 for none
     * @return what was left of the last setting
     */
    public static int set(long area, int count) {
        int left = Address.loadInt(area + ThreadArea.FAIL_ALLOCATION);
        Address.storeInt(area + ThreadArea.FAIL_ALLOCATION, count);
        return left;
    }
}
