package org.asterism.host.shell;

import java.util.HashMap;
import java.util.Map;
import org.asterism.ostd.spi.DriverOrigin;

/** Who may take which kind of resource, as the descriptor says. */
final class HostGrants {
    private final Map<String, String[]> words = new HashMap<>();

    private HostGrants() {
    }

    /** Reads {@code bundle=mmio,irq;other=dma}, as the launcher passes it. */
    static HostGrants parse(String text) {
        HostGrants grants = new HostGrants();
        for (String entry : text.split(";")) {
            String[] halves = entry.split("=");
            if (halves.length == 2) {
                grants.words.put(halves[0], halves[1].split(","));
            }
        }
        return grants;
    }

    DriverOrigin origin(String bundle) {
        return DriverOrigin.of(bundle, words.getOrDefault(bundle, new String[0]));
    }
}
