package org.asterism.ostd.spi;

import java.util.EnumSet;
import java.util.Set;
import org.asterism.ostd.bus.Grant;

/**
 * Which bundle a driver came with and what that bundle was granted: told by generated wiring, on a host by the framework, never by the driver.
 *
 * @param bundle symbolic name
 * @param grants as in the kernel's descriptor
 */
public record DriverOrigin(String bundle, Set<Grant> grants) {
    /**
     * An origin from words.
     *
     * @param bundle symbolic name
     * @param words  grants as in the descriptor, such as {@code mmio}
     * @return with those grants that {@link Grant} knows
     */
    public static DriverOrigin of(String bundle, String... words) {
        Set<Grant> grants = EnumSet.noneOf(Grant.class);
        for (String word : words) {
            for (Grant grant : Grant.values()) {
                if (grant.word().equals(word)) {
                    grants.add(grant);
                }
            }
        }
        return new DriverOrigin(bundle, grants);
    }
}
