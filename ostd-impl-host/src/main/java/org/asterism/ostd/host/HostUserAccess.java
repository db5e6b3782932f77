package org.asterism.ostd.host;

import org.asterism.ostd.frames.UntypedMemory;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.paging.AddressSpace;
import org.asterism.ostd.paging.UserPaging;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.spi.UserAccess;

/** Copies to and from the active user space by walking its tables; faults are resolved as OSTD does it for any space. */
final class HostUserAccess implements UserAccess {
    /** A resolver that claims success this often without effect is taken for one that failed. */
    private static final int MAX_RETRIES = 16;

    private final UserPaging paging;
    private final UntypedMemory frames;
    private final HostActivation activation;

    HostUserAccess(UserPaging paging, UntypedMemory frames, HostActivation activation) {
        this.paging = paging;
        this.frames = frames;
        this.activation = activation;
    }

    @Override
    public int read(long address, byte[] into, int at, int length) {
        return paging.readSpace(activation.active(), address, into, at, length);
    }

    @Override
    public int write(long address, byte[] from, int at, int length) {
        return paging.writeSpace(activation.active(), address, from, at, length);
    }

    @Override
    public int readToTable(long address, Object table, long position, int length) {
        byte[] bounce = new byte[PageSize.BYTES];
        return (int) inPieces(length, (done, wanted) -> {
            int copied = read(address + done, bounce, 0, wanted);
            frames.writeTable(table, position + done, bounce, 0, copied);
            return copied;
        });
    }

    @Override
    public int writeFromTable(long address, Object table, long position, int length) {
        byte[] bounce = new byte[PageSize.BYTES];
        return (int) inPieces(length, (done, wanted) -> {
            frames.readTable(table, position + done, bounce, 0, wanted);
            return write(address + done, bounce, 0, wanted);
        });
    }

    @Override
    public long clear(long address, long length) {
        byte[] zeroes = new byte[PageSize.BYTES];
        return inPieces(length, (done, wanted) -> write(address + done, zeroes, 0, wanted));
    }

    /** Copies bytes that follow those done; returns how many. */
    private interface Piece {
        int copy(long done, int wanted);
    }

    /** Copies until a piece comes short; without a frame, what was copied counts. */
    private static long inPieces(long length, Piece piece) {
        long done = 0;
        try {
            while (done < length) {
                int wanted = (int) Math.min(PageSize.BYTES, length - done);
                int copied = piece.copy(done, wanted);
                done += copied;
                if (copied < wanted) {
                    break;
                }
            }
        } catch (OutOfMemoryError noFrame) {
            if (done == 0) {
                throw noFrame;
            }
        }
        return done;
    }

    @Override
    public int readString(long address, byte[] into) {
        int done = 0;
        while (done < into.length) {
            int wanted = Math.min(into.length - done, PageSize.BYTES - ((int) (address + done) & PageSize.OFFSET_MASK));
            int copied = read(address + done, into, done, wanted);
            for (int i = done; i < done + copied; i++) {
                if (into[i] == 0) {
                    return i;
                }
            }
            if (copied < wanted) {
                return -1;
            }
            done += copied;
        }
        return -2;
    }

    @Override
    public long loadInt(long address) {
        checkAligned(address);
        byte[] word = new byte[Integer.BYTES];
        return read(address, word, 0, word.length) == word.length ? value(word) : -1;
    }

    @Override
    public long compareExchangeInt(long address, int expected, int value) {
        checkAligned(address);
        AddressSpace space = activation.active();
        byte[] word = new byte[Integer.BYTES];
        for (int i = 0; i < MAX_RETRIES && read(address, word, 0, word.length) == word.length; i++) {
            if (isGranted(space, address, Protection.WRITE)) {
                // one task runs at a time, and nothing since the load could have given way to another
                long seen = value(word);
                if (seen == (expected & 0xFFFF_FFFFL)) {
                    write(address, bytes(value), 0, word.length);
                }
                return seen;
            }
            if (!Preemption.isEnabled() || !space.resolver().resolve(address, Protection.WRITE)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether the processor would allow an access now, without asking the resolver. */
    boolean isGranted(AddressSpace space, long address, int access) {
        return (paging.query(space, address) & access) != 0;
    }

    /** The space's byte at an address that is granted. */
    int granted(AddressSpace space, long address) {
        byte[] one = new byte[1];
        paging.readSpace(space, address, one, 0, 1);
        return one[0] & 0xFF;
    }

    /** Stores a byte at an address that is granted. */
    void store(AddressSpace space, long address, int value) {
        paging.writeSpace(space, address, new byte[] {(byte) value}, 0, 1);
    }

    private static void checkAligned(long address) {
        if ((address & 3) != 0) {
            throw new IllegalArgumentException("the word at 0x" + Long.toHexString(address) + " is not aligned to 4");
        }
    }

    private static long value(byte[] word) {
        long value = 0;
        for (int i = word.length - 1; i >= 0; i--) {
            value = value << Byte.SIZE | word[i] & 0xFF;
        }
        return value;
    }

    private static byte[] bytes(int value) {
        byte[] word = new byte[Integer.BYTES];
        for (int i = 0; i < word.length; i++) {
            word[i] = (byte) (value >>> Byte.SIZE * i);
        }
        return word;
    }
}
