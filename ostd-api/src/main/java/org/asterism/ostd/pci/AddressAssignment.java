package org.asterism.ostd.pci;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.log.Log;

/**
 * Gives regions their addresses where no firmware has: the largest first, each in the first window of its space that has room. Their sizes are powers
 * of two, so nothing is lost between them.
 */
final class AddressAssignment {
    private final List<PciWindow> windows;

    AddressAssignment(List<PciWindow> windows) {
        this.windows = windows;
    }

    private record Region(PciFunction function, int number, long bytes) {}

    /** Assigns addresses to all regions of functions. What fits nowhere is told, and stays without. */
    void assign(List<PciFunction> functions) {
        List<Region> regions = new ArrayList<>();
        for (PciFunction function : functions) {
            for (int i = 0; i < PciRegions.COUNT; i++) {
                long bytes = function.regions().exists(i) ? function.regions().measure(i) : 0;
                if (bytes != 0) {
                    regions.add(new Region(function, i, bytes));
                }
            }
        }
        regions.sort((one, other) -> Long.compareUnsigned(other.bytes, one.bytes));
        for (Region region : regions) {
            long address = region.bytes < 0 ? 0 : take(region);
            region.function.regions().place(region.number, address);
            if (address == 0) {
                Log.warning("device " + region.function.identity().location() + ": its region " + region.number + " of " + Long.toUnsignedString(region.bytes)
                        + " bytes fits no window of the bus; it has no address");
            }
        }
    }

    private long take(Region region) {
        PciRegions regions = region.function.regions();
        if (regions.isPort(region.number)) {
            return take(PciWindow.Space.PORTS, region.bytes);
        }
        long address = regions.isWide(region.number) ? take(PciWindow.Space.WIDE_MEMORY, region.bytes) : 0;
        return address != 0 ? address : take(PciWindow.Space.MEMORY, region.bytes);
    }

    private long take(PciWindow.Space space, long bytes) {
        long address = 0;
        for (int i = 0; i < windows.size() && address == 0; i++) {
            address = windows.get(i).space() == space ? windows.get(i).take(bytes) : 0;
        }
        return address;
    }
}
