package org.asterism.ostd.host;

import java.util.TreeMap;

/** The pages of a simulated frame table: index to physical address, one reference each. */
final class HostTable {
    final TreeMap<Long, Long> pages = new TreeMap<>();
}
