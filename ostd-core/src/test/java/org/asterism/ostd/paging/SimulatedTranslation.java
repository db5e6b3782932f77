package org.asterism.ostd.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.asterism.ostd.arch.AddressTranslation;
import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.unsafe.Address;

/**
 * A processor that remembers every translation it has used until it is told to forget: an entry that outlives its mapping, its rights or
 * its frame is an error.
 */
final class SimulatedTranslation extends AddressTranslation {
    private final PageTableFormat format;
    private final FrameAllocator allocator;
    /** Entries by root and page. */
    private final Map<Long, Map<Long, Long>> remembered = new HashMap<>();
    /** Whether flushes are ignored: the planted defect. */
    boolean deaf;

    SimulatedTranslation(PageTableFormat format, FrameAllocator allocator) {
        this.format = format;
        this.allocator = allocator;
    }

    /** Uses an address as the hardware would: walks the tables unless the entry is remembered. Returns the entry, 0 if nothing is mapped. */
    long use(long root, long page) {
        Map<Long, Long> entries = remembered.computeIfAbsent(root, key -> new HashMap<>());
        Long known = entries.get(page);
        long entry = known == null ? walk(root, page) : known;
        if (format.isMapped(entry)) {
            entries.put(page, entry);
            return entry;
        }
        return 0;
    }

    private long walk(long root, long page) {
        long entry = root;
        for (int level = format.levels() - 1; level >= 0; level--) {
            entry = Address.loadLong(allocator.memory().address(format.frame(entry)) + PageTableFormat.slotOffset(page, level));
            if (!format.isMapped(entry)) {
                return 0;
            }
        }
        return entry;
    }

    /** Every remembered entry of a space still says what the tables say. */
    void check(long root) {
        remembered.getOrDefault(root, Map.of()).forEach((page, entry) -> {
            long now = walk(root, page);
            assertThat(format.frame(now)).as("frame behind the remembered page 0x%x", page).isEqualTo(format.frame(entry));
            assertThat(format.protection(entry) & ~format.protection(now)).as("rights of the remembered page 0x%x that it lost", page).isZero();
        });
    }

    /** A space ended: no processor follows its tables any more. */
    void forget(long root) {
        remembered.remove(root);
    }

    @Override
    public void initializeRoot(long root) {
        // there is no kernel half to share
    }

    @Override
    public void activate(long root) {
        // every space is remembered at once
    }

    @Override
    public void flush(long root, long start, long end) {
        Map<Long, Long> entries = remembered.get(root);
        if (entries != null && !deaf) {
            entries.forEach((page, entry) -> assertThat(allocator.referenceCount(format.frame(entry))).as("freed before the flush").isPositive());
            entries.keySet().removeIf(page -> page >= start && page < end);
        }
    }

    @Override
    public void flushKernel(long start, long end) {
        // no kernel pages here
    }
}
