package org.asterism.ostd.heap;

import org.asterism.ostd.unsafe.Address;

/**
 * A stack of 8-byte words in blocks of raw memory, for the collector alone. It doubles when full, if the memory allows; otherwise a push
 * is refused and remembered, and the collector has other ways to find what was dropped.
 */
final class AddressStack {
    private final HeapMemory memory;
    private final long initialBlocks;
    private long base;
    private long blocks;
    private long top;
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
    }

    /** Pushes a word, or drops it and remembers that. */
    boolean push(long word) {
        if (top == blocks * HeapMemory.BLOCK_BYTES && !grow()) {
            overflowed = true;
            return false;
        }
        Address.storeLong(base + top, word);
        top += 8;
        return true;
    }

    /** Pushes two words, the second on top, or neither; a refusal is not remembered. */
    boolean pushPair(long first, long second) {
        if (top + 16 > blocks * HeapMemory.BLOCK_BYTES && !grow()) {
            return false;
        }
        Address.storeLong(base + top, first);
        Address.storeLong(base + top + 8, second);
        top += 16;
        return true;
    }

    long pop() {
        top -= 8;
        return Address.loadLong(base + top);
    }

    boolean isEmpty() {
        return top == 0;
    }

    long size() {
        return top >>> 3;
    }

    long get(long index) {
        return Address.loadLong(base + index * 8);
    }

    void set(long index, long word) {
        Address.storeLong(base + index * 8, word);
    }

    /** Forgets all words from an index on. */
    void truncate(long size) {
        top = size << 3;
    }

    /** Whether a word was dropped since the last call. */
    boolean takeOverflow() {
        boolean was = overflowed;
        overflowed = false;
        return was;
    }

    /** Blocks of memory in use. */
    long blocks() {
        return blocks;
    }

    private boolean grow() {
        long larger = memory.acquire(blocks * 2);
        if (larger == 0) {
            return false;
        }
        Address.copyWords(base, larger, top);
        memory.release(base, blocks);
        base = larger;
        blocks *= 2;
        return true;
    }

    /** Gives back what growth took, if the words fit; called when the stack is empty or short. */
    void shrink() {
        if (blocks == initialBlocks || top > initialBlocks * HeapMemory.BLOCK_BYTES) {
            return;
        }
        memory.release(base + initialBlocks * HeapMemory.BLOCK_BYTES, blocks - initialBlocks);
        blocks = initialBlocks;
    }
}
