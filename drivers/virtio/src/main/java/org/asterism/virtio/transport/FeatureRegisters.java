package org.asterism.virtio.transport;

/**
 * 64 features behind 32 bits (VIRTIO 1.2 §4.1.4.3, §4.2.2): the word that a selector says.
 *
 * @param registers that hold both
 * @param select    offset of the selector
 * @param word      offset of the word
 */
record FeatureRegisters(RegisterBlock registers, int select, int word) {
    private static final long LOW_WORD = 0xffff_ffffL;

    long read() {
        registers.write32(select, 1);
        long high = registers.read32(word);
        registers.write32(select, 0);
        return high << Integer.SIZE | registers.read32(word) & LOW_WORD;
    }

    void write(long features) {
        registers.write32(select, 0);
        registers.write32(word, (int) features);
        registers.write32(select, 1);
        registers.write32(word, (int) (features >>> Integer.SIZE));
    }
}
