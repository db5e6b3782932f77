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
        int done = 0;
        int retries = 0;
        while (done < length) {
            int part = part(address + done, length - done);
            // SAFETY: the caller checked the range of the array; objects do not move, and the parameter keeps the array alive.
            long left = part == 0 ? 0 : copy.fromUser(address + done, arrayAddress(into) + at + done, part);
            done += part - left;
            if (part != 0 && left == 0) {
                retries = 0;
            } else if (part == 0 || retries++ == MAX_RETRIES || !resolve(address + done, Protection.READ)) {
                break;
            }
        }
        return done;
    }

    @Override
    public int write(long address, byte[] from, int at, int length) {
        int done = 0;
        int retries = 0;
        while (done < length) {
            int part = part(address + done, length - done);
            // SAFETY: as in read.
            long left = part == 0 ? 0 : copy.toUser(arrayAddress(from) + at + done, address + done, part);
            done += part - left;
            if (part != 0 && left == 0) {
                retries = 0;
            } else if (part == 0 || retries++ == MAX_RETRIES || !resolve(address + done, Protection.WRITE)) {
                break;
            }
        }
        return done;
    }

    @Override
    public int readToTable(long address, Object table, long position, int length) {
        FrameTree tree = (FrameTree) table;
        int done = 0;
        int retries = 0;
        while (done < length) {
            int part = Math.min(part(address + done, length - done), pageRest(position + done));
            long left = part == 0 ? 0 : toTree(tree, position + done, address + done, part);
            done += part - left;
            if (part != 0 && left == 0) {
                retries = 0;
            } else if (part == 0 || retries++ == MAX_RETRIES || !resolve(address + done, Protection.READ)) {
                break;
            }
        }
        return done;
    }

    private long toTree(FrameTree tree, long position, long user, int bytes) {
        tree.lock().lock();
        try {
            long frame = tree.ensure(position >>> PageSize.SHIFT);
            return copy.fromUser(user, allocator.memory().address(frame) + (position & PageSize.OFFSET_MASK), bytes);
        } finally {
            tree.lock().unlock();
        }
    }

    @Override
    public int writeFromTable(long address, Object table, long position, int length) {
        FrameTree tree = (FrameTree) table;
        int done = 0;
        int retries = 0;
        while (done < length) {
            int part = Math.min(part(address + done, length - done), pageRest(position + done));
            long left = part == 0 ? 0 : fromTree(tree, position + done, address + done, part);
            done += part - left;
            if (part != 0 && left == 0) {
                retries = 0;
            } else if (part == 0 || retries++ == MAX_RETRIES || !resolve(address + done, Protection.WRITE)) {
                break;
            }
        }
        return done;
    }

    private long fromTree(FrameTree tree, long position, long user, int bytes) {
        tree.lock().lock();
        try {
            long frame = tree.frame(position >>> PageSize.SHIFT);
            return frame == 0 ? copy.clear(user, bytes)
                    : copy.toUser(allocator.memory().address(frame) + (position & PageSize.OFFSET_MASK), user, bytes);
        } finally {
            tree.lock().unlock();
        }
    }

    @Override
    public long clear(long address, long length) {
        long done = 0;
        int retries = 0;
        while (done < length) {
            int part = part(address + done, length - done);
            long left = part == 0 ? 0 : copy.clear(address + done, part);
            done += part - left;
            if (part != 0 && left == 0) {
                retries = 0;
            } else if (part == 0 || retries++ == MAX_RETRIES || !resolve(address + done, Protection.WRITE)) {
                break;
            }
        }
        return done;
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
