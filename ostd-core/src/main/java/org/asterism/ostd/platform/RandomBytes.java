package org.asterism.ostd.platform;

import org.asterism.ostd.arch.Board;
import org.asterism.ostd.arch.RawLock;

/**
 * Random bytes: the ChaCha20 block function (RFC 8439 §2.3) over a key that is replaced by its own output after each request (fast key
 * erasure), and mixed with words of the hardware source at each request.
 */
final class RandomBytes {
    private static final int WORDS = 16;
    private static final int ROUNDS = 20;
    private static final int[] CONSTANT = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

    private final Board board;
    private final RawLock lock = new RawLock();
    private final int[] key = new int[8];
    private final int[] state = new int[WORDS];
    private final int[] block = new int[WORDS];
    private long counter;

    RandomBytes(Board board, long seed) {
        this.board = board;
        key[0] = (int) seed;
        key[1] = (int) (seed >>> 32);
        for (int i = 0; i < 8; i++) {
            stir();
            generate();
            System.arraycopy(block, 0, key, 0, key.length);
        }
    }

    void fill(byte[] into) {
        lock.lock();
        try {
            stir();
            for (int at = 0; at < into.length;) {
                generate();
                for (int i = 0; i < WORDS * 4 && at < into.length; i++, at++) {
                    into[at] = (byte) (block[i >> 2] >>> 8 * (i & 3));
                }
            }
            generate();
            System.arraycopy(block, 0, key, 0, key.length);
        } finally {
            lock.unlock();
        }
    }

    private void stir() {
        for (int i = 0; i < key.length; i += 2) {
            long word = board.randomWord();
            key[i] ^= (int) word;
            key[i + 1] ^= (int) (word >>> 32);
        }
    }

    private void generate() {
        System.arraycopy(CONSTANT, 0, state, 0, 4);
        System.arraycopy(key, 0, state, 4, 8);
        state[12] = (int) counter;
        state[13] = (int) (counter >>> 32);
        state[14] = 0;
        state[15] = 0;
        counter++;
        System.arraycopy(state, 0, block, 0, WORDS);
        for (int round = 0; round < ROUNDS; round += 2) {
            quarter(0, 4, 8, 12);
            quarter(1, 5, 9, 13);
            quarter(2, 6, 10, 14);
            quarter(3, 7, 11, 15);
            quarter(0, 5, 10, 15);
            quarter(1, 6, 11, 12);
            quarter(2, 7, 8, 13);
            quarter(3, 4, 9, 14);
        }
        for (int i = 0; i < WORDS; i++) {
            block[i] += state[i];
        }
    }

    private void quarter(int a, int b, int c, int d) {
        block[a] += block[b];
        block[d] = Integer.rotateLeft(block[d] ^ block[a], 16);
        block[c] += block[d];
        block[b] = Integer.rotateLeft(block[b] ^ block[c], 12);
        block[a] += block[b];
        block[d] = Integer.rotateLeft(block[d] ^ block[a], 8);
        block[c] += block[d];
        block[b] = Integer.rotateLeft(block[b] ^ block[c], 7);
    }
}
