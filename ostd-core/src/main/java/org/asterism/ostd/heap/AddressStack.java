package org.asterism.ostd.heap;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AlwaysInline;

/**
 * A stack of 8-byte words in blocks of raw memory, for the collector alone. It doubles when full, if the memory allows; otherwise a push
 * is refused and remembered, and the collector has other ways to find what was dropped.
 */
final class AddressStack {
    private final HeapMemory memory;
    private final long initialBlocks;
    private long base;
    private long blocks;
    /** Address of the word after the last. */
    private long top;
    /** Address after the memory in use. */
    private long limit;
    private boolean overflowed;

    /** A stack that begins, and after {@link #shrink} goes on, with some blocks. */
    AddressStack(HeapMemory memory, long initialBlocks) {
        this.memory = memory;
        this.initialBlocks = initialBlocks;
        blocks = initialBlocks;
        base = memory.acquire(initialBlocks);
        if (base == 0) {
            throw new IllegalStateException("no room for the collector's stack: " + initialBlocks + " consecutive blocks of 32 KiB; give the machine more memory");
        }
        top = base;
        limit = base + blocks * HeapMemory.BLOCK_BYTES;
    }

    /** Pushes a word, or drops it and remembers that. */
    @AlwaysInline
    boolean push(long word) {
        if (top == limit && !grow()) {
            overflowed = true;
            return false;
        }
        Address.storeLong(top, word);
        top += 8;
        return true;
    }

    /** Pushes two words, the second on top, or neither; a refusal is not remembered. */
    boolean pushPair(long first, long second) {
        if (limit - top < 16 && !grow()) {
            return false;
        }
        Address.storeLong(top, first);
        Address.storeLong(top + 8, second);
        top += 16;
        return true;
    }

    @AlwaysInline
    long pop() {
        top -= 8;
        return Address.loadLong(top);
    }

    @AlwaysInline
    boolean isEmpty() {
        return top == base;
    }

    long size() {
        return top - base >>> 3;
    }

    long get(long index) {
        return Address.loadLong(base + index * 8);
    }

    /** Forgets all words. */
    void clear() {
        top = base;
    }

    /** Whether a word was dropped since the last call. */
    boolean takeOverflow() {
        boolean was = overflowed;
        overflowed = false;
        return was;
    }

    private boolean grow() {
        long larger = memory.acquire(blocks * 2);
        if (larger == 0) {
            return false;
        }
        long used = top - base;
        Address.copyWords(base, larger, used);
        memory.release(base, blocks);
        blocks *= 2;
        base = larger;
        top = base + used;
        limit = base + blocks * HeapMemory.BLOCK_BYTES;
        return true;
    }

    /** Gives back what growth took, if the words fit; called when the stack is empty or short. */
    void shrink() {
        if (blocks == initialBlocks || top - base > initialBlocks * HeapMemory.BLOCK_BYTES) {
            return;
        }
        memory.release(base + initialBlocks * HeapMemory.BLOCK_BYTES, blocks - initialBlocks);
        blocks = initialBlocks;
        limit = base + blocks * HeapMemory.BLOCK_BYTES;
    }
}
