package org.asterism.ostd.host;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.ostd.mm.FaultResolver;

/** A simulated user page table: page number to entry; directory frames are accounted as hardware tables would take them. */
final class HostSpace {
    /** Pages that one last-level table maps. */
    static final int PAGES_PER_TABLE = 512;

    final FaultResolver resolver;
    final TreeMap<Long, Entry> pages = new TreeMap<>();
    final Map<Long, Long> tableFrames = new HashMap<>();
    final long rootFrame;
    boolean destroyed;

    HostSpace(FaultResolver resolver, long rootFrame) {
        this.resolver = resolver;
        this.rootFrame = rootFrame;
    }

    /** One mapped page. */
    static final class Entry {
        long frame;
        int protection;
        boolean accessed;
        boolean dirty;

        Entry(long frame, int protection) {
            this.frame = frame;
            this.protection = protection;
        }
    }
}
