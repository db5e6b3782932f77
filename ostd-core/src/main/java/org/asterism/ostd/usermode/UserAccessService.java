package org.asterism.ostd.usermode;

import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.arch.UserCopy;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.frames.FrameTree;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.paging.AddressSpace;
import org.asterism.ostd.paging.SpaceActivation;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.spi.UserAccess;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;

/**
 * The API's copies to and from the active user space, one user page at a time: an access either faults at once or not at all, so
 * a short count is exact. A fault ends the copy routine; the space's resolver is then asked in ordinary task context.
 */
public final class UserAccessService implements UserAccess {
    /** How often a resolver may claim success without the page becoming accessible. */
    private static final int MAX_RETRIES = 16;
    private static final long FAULT = -1;
    private static final int STRING_TOO_LONG = -2;

    private final UserCopy copy;
    private final PageTableFormat format;
    private final SpaceActivation activation;
    private final FrameAllocator allocator;

    /**
     * Copies of a machine.
     *
     * @param copy       the routines
     * @param format     that bounds user addresses
     * @param activation that knows the active space
     * @param allocator  reaches frames
     */
    public UserAccessService(UserCopy copy, PageTableFormat format, SpaceActivation activation, FrameAllocator allocator) {
        this.copy = copy;
        this.format = format;
        this.activation = activation;
        this.allocator = allocator;
    }

    @Override
    public int read(long address, byte[] into, int at, int length) {
        // SAFETY: the caller checked the range of the array; objects do not move, and an address inside one keeps it alive.
        return (int) transfer(Step.TO_KERNEL, address, arrayAddress(into) + at, null, length);
    }

    @Override
    public int write(long address, byte[] from, int at, int length) {
        // SAFETY: as in read.
        return (int) transfer(Step.FROM_KERNEL, address, arrayAddress(from) + at, null, length);
    }

    @Override
    public int readToTable(long address, Object table, long position, int length) {
        return (int) transfer(Step.TO_TABLE, address, position, (FrameTree) table, length);
    }

    @Override
    public int writeFromTable(long address, Object table, long position, int length) {
        return (int) transfer(Step.FROM_TABLE, address, position, (FrameTree) table, length);
    }

    @Override
    public long clear(long address, long length) {
        return transfer(Step.CLEAR, address, 0, null, length);
    }

    /** What one transfer does with each piece. */
    private enum Step {
        TO_KERNEL(Protection.READ), FROM_KERNEL(Protection.WRITE), TO_TABLE(Protection.READ), FROM_TABLE(Protection.WRITE),
        CLEAR(Protection.WRITE);

        private final int access;

        Step(int access) {
            this.access = access;
        }
    }

    /** Transfers piece by piece, resolving faults; returns how many bytes before the first that cannot be accessed. */
    private long transfer(Step step, long user, long other, FrameTree tree, long length) {
        long done = 0;
        int retries = 0;
        while (done < length) {
            int part = part(user + done, length - done);
            if (tree != null) {
                part = Math.min(part, pageRest(other + done));
            }
            if (part == 0) {
                break;
            }
            try {
                long left = transferPart(step, user + done, other + done, tree, part);
                done += part - left;
                if (left == 0) {
                    retries = 0;
                } else if (retries++ == MAX_RETRIES || !resolve(user + done, step.access)) {
                    break;
                }
            } catch (OutOfMemoryError noFrame) {
                if (done == 0) {
                    throw noFrame;
                }
                break; // what was copied counts, whether or not there is a frame for the rest
            }
        }
        return done;
    }

    /** Transfers a piece that lies in one page on either side; returns the bytes left because of a fault. */
    private long transferPart(Step step, long user, long other, FrameTree tree, int bytes) {
        return switch (step) {
            case TO_KERNEL -> copy.fromUser(user, other, bytes);
            case FROM_KERNEL -> copy.toUser(other, user, bytes);
            case CLEAR -> copy.clear(user, bytes);
            default -> transferTablePart(step, user, other, tree, bytes);
        };
    }

    private long transferTablePart(Step step, long user, long position, FrameTree tree, int bytes) {
        long index = position >>> PageSize.SHIFT;
        tree.lock().lock();
        try {
            long frame = step == Step.TO_TABLE ? tree.ensure(index) : tree.frame(index);
            if (frame == 0) {
                return copy.clear(user, bytes);
            }
            long kernel = allocator.memory().address(frame) + (position & PageSize.OFFSET_MASK);
            return step == Step.TO_TABLE ? copy.fromUser(user, kernel, bytes) : copy.toUser(kernel, user, bytes);
        } finally {
            tree.lock().unlock();
        }
    }

    @Override
    public int readString(long address, byte[] into) {
        int done = 0;
        while (done < into.length) {
            int part = Math.min(into.length - done, pageRest(address + done));
            int got = read(address + done, into, done, part);
            for (int i = done; i < done + got; i++) {
                if (into[i] == 0) {
                    return i;
                }
            }
            if (got < part) {
                return (int) FAULT;
            }
            done += got;
        }
        return STRING_TOO_LONG;
    }

    @Override
    public long loadInt(long address) {
        if ((address & 3) != 0 || part(address, 4) == 0) {
            return FAULT;
        }
        long value = copy.loadInt(address);
        for (int i = 0; value == FAULT && i < MAX_RETRIES && resolve(address, Protection.READ); i++) {
            value = copy.loadInt(address);
        }
        return value;
    }

    @Override
    public long compareExchangeInt(long address, int expected, int value) {
        if ((address & 3) != 0 || part(address, 4) == 0) {
            return FAULT;
        }
        long witness = copy.compareExchangeInt(address, expected, value);
        for (int i = 0; witness == FAULT && i < MAX_RETRIES && resolve(address, Protection.WRITE); i++) {
            witness = copy.compareExchangeInt(address, expected, value);
        }
        return witness;
    }

    private boolean resolve(long address, int access) {
        AddressSpace space = activation.active();
        return space != null && Preemption.isEnabled() && space.resolver().resolve(address, access);
    }

    /** Bytes of a range that lie in the user page of its first address; 0 if that is no user address, or no space is active. */
    private int part(long address, long length) {
        boolean inside = address >= format.minimumUserAddress() && address < format.maximumUserAddress() && activation.active() != null;
        return inside ? (int) Math.min(length, pageRest(address)) : 0;
    }

    private static int pageRest(long address) {
        return PageSize.BYTES - ((int) address & PageSize.OFFSET_MASK);
    }

    private static long arrayAddress(byte[] array) {
        return ObjectReference.toAddress(array) + ObjectLayout.ARRAY_DATA;
    }
}
