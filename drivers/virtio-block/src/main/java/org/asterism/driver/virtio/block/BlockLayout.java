package org.asterism.driver.virtio.block;

/** Features, configuration and requests of a virtio disk (VIRTIO 1.2 §5.2). Sectors have 512 bytes whatever a block has. */
final class BlockLayout {
    /** The only queue. */
    static final int REQUEST_QUEUE = 0;

    /** VIRTIO_BLK_F_SIZE_MAX: no part of a request may be longer than the configuration says. */
    static final long SIZE_MAX = 1L << 1;
    /** VIRTIO_BLK_F_RO: it cannot be written. */
    static final long READ_ONLY = 1L << 5;
    /** VIRTIO_BLK_F_BLK_SIZE: the configuration says what a block is. */
    static final long BLOCK_SIZE = 1L << 6;
    /** VIRTIO_BLK_F_FLUSH: what was written may be lost until it is flushed. */
    static final long FLUSH = 1L << 9;

    /** 8 bytes: sectors. */
    static final int CAPACITY = 0;
    /** 4 bytes. */
    static final int LONGEST_PART = 8;
    /** 4 bytes. */
    static final int BLOCK_BYTES = 20;
    static final int CONFIGURATION_BYTES = 24;

    /** A request begins with its kind (4 bytes), 4 bytes of nothing, and its first sector (8 bytes). */
    static final int KIND = 0;
    static final int SECTOR = 8;
    static final int HEADER_BYTES = 16;
    static final int KIND_IN = 0;
    static final int KIND_OUT = 1;
    static final int KIND_FLUSH = 4;

    /** It ends with a byte that the device writes. */
    static final int STATUS_BYTES = 1;
    static final int STATUS_OK = 0;

    private BlockLayout() {
    }
}
