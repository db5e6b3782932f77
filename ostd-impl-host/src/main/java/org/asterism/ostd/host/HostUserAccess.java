package org.asterism.ostd.host;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.spi.UserAccess;

/** Copies to and from simulated user memory; a fault asks the space's resolver and retries, unless preemption is off. */
final class HostUserAccess implements UserAccess {
    /** A resolver that claims success this often without effect is taken for one that failed. */
    private static final int MAX_RETRIES = 16;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final HostFrames frames;
    private final HostTasks tasks;

    HostUserAccess(HostFrames frames, HostTasks tasks) {
        this.frames = frames;
        this.tasks = tasks;
    }

    @Override
    public int read(long address, byte[] into, int at, int length) {
        return read(tasks.running().activeSpace, address, into, at, length);
    }

    int read(HostSpace space, long address, byte[] into, int at, int length) {
        int done = 0;
        while (done < length) {
            byte[] page = page(space, address + done, Protection.READ);
            if (page == null) {
                break;
            }
            int part = part(address + done, length - done);
            System.arraycopy(page, offset(address + done), into, at + done, part);
            done += part;
        }
        return done;
    }

    @Override
    public int write(long address, byte[] from, int at, int length) {
        return write(tasks.running().activeSpace, address, from, at, length);
    }

    int write(HostSpace space, long address, byte[] from, int at, int length) {
        int done = 0;
        while (done < length) {
            byte[] page = page(space, address + done, Protection.WRITE);
            if (page == null) {
                break;
            }
            int part = part(address + done, length - done);
            System.arraycopy(from, at + done, page, offset(address + done), part);
            done += part;
        }
        return done;
    }

    @Override
    public int readToTable(long address, Object table, long position, int length) {
        byte[] bounce = new byte[PageSize.BYTES];
        int done = 0;
        while (done < length) {
            int wanted = Math.min(bounce.length, length - done);
            int copied = read(address + done, bounce, 0, wanted);
            frames.writeTable(table, position + done, bounce, 0, copied);
            done += copied;
            if (copied < wanted) {
                break;
            }
        }
        return done;
    }

    @Override
    public int writeFromTable(long address, Object table, long position, int length) {
        byte[] bounce = new byte[PageSize.BYTES];
        int done = 0;
        while (done < length) {
            int wanted = Math.min(bounce.length, length - done);
            frames.readTable(table, position + done, bounce, 0, wanted);
            int copied = write(address + done, bounce, 0, wanted);
            done += copied;
            if (copied < wanted) {
                break;
            }
        }
        return done;
    }

    @Override
    public long clear(long address, long length) {
        long done = 0;
        while (done < length) {
            byte[] page = page(tasks.running().activeSpace, address + done, Protection.WRITE);
            if (page == null) {
                break;
            }
            int offset = offset(address + done);
            int part = (int) Math.min(PageSize.BYTES - offset, length - done);
            Arrays.fill(page, offset, offset + part, (byte) 0);
            done += part;
        }
        return done;
    }

    @Override
    public int readString(long address, byte[] into) {
        for (int i = 0; i < into.length; i++) {
            byte[] page = page(tasks.running().activeSpace, address + i, Protection.READ);
            if (page == null) {
                return -1;
            }
            into[i] = page[offset(address + i)];
            if (into[i] == 0) {
                return i;
            }
        }
        return -2;
    }

    @Override
    public long loadInt(long address) {
        byte[] page = aligned(address, Protection.READ);
        return page == null ? -1 : (int) INTS.getVolatile(page, offset(address)) & 0xFFFF_FFFFL;
    }

    @Override
    public long compareExchangeInt(long address, int expected, int value) {
        byte[] page = aligned(address, Protection.WRITE);
        return page == null ? -1
                : (int) INTS.compareAndExchange(page, offset(address), expected, value) & 0xFFFF_FFFFL;
    }

    /** The bytes of the page at an address if the hardware would allow the access now, without asking the resolver. */
    byte[] translate(HostSpace space, long address, int access) {
        HostSpace.Entry entry = address < 0 ? null : space.pages.get(address >>> PageSize.SHIFT);
        if (entry == null || !allows(entry.protection, access)) {
            return null;
        }
        entry.accessed = true;
        entry.dirty |= access == Protection.WRITE;
        return frames.bytes(entry.frame);
    }

    private byte[] page(HostSpace space, long address, int access) {
        if (space == null) {
            throw new IllegalStateException("user memory accessed without an active address space");
        }
        for (int i = 0; i < MAX_RETRIES; i++) {
            byte[] page = translate(space, address, access);
            if (page != null || tasks.isAtomic() || !space.resolver.resolve(address, access)) {
                return page;
            }
        }
        return null;
    }

    private byte[] aligned(long address, int access) {
        if ((address & 3) != 0) {
            throw new IllegalArgumentException("the word at 0x" + Long.toHexString(address) + " is not aligned to 4");
        }
        return page(tasks.running().activeSpace, address, access);
    }

    /** As on x86: a page with any right can be read. */
    private static boolean allows(int protection, int access) {
        return access == Protection.READ ? protection != Protection.NONE : (protection & access) != 0;
    }

    private static int part(long address, int length) {
        return Math.min(length, PageSize.BYTES - offset(address));
    }

    private static int offset(long address) {
        return (int) address & PageSize.OFFSET_MASK;
    }
}
