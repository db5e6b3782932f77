package org.asterism.ostd.x86.suite;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import org.asterism.ostd.mm.Frame;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.mm.MemoryStatistics;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.unsafe.NeverInline;

/** Weak references, and the pages of handles that nobody closed. */
final class BackstopChecks {
    private static final int FRAMES = 64;
    /** Stacks are scanned conservatively: a few lost handles may look held. */
    private static final int SEEMINGLY_HELD = 4;

    private BackstopChecks() {}

    static void run() {
        MachineSuite.check("references are cleared, enqueued once, and soft ones kept", BackstopChecks::references);
        MachineSuite.check("pages of lost frames and tables come back after a collection", BackstopChecks::lostHandles);
    }

    @NeverInline
    private static Object[] references(ReferenceQueue<Object> queue) {
        return new Object[] {new WeakReference<>(new byte[100], queue), new PhantomReference<>(new byte[100], queue),
                new SoftReference<>(new byte[100], queue)};
    }

    private static void references() {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        Object[] references = references(queue);
        clobberStack(20);
        MemoryStatistics.collect();
        MemoryStatistics.collect();
        MachineSuite.expect(((WeakReference<?>) references[0]).get() == null, "a weak reference to a dead object is not cleared");
        MachineSuite.expect(((SoftReference<?>) references[2]).get() != null, "a soft reference was cleared although there is memory");
        Object first = queue.poll();
        Object second = queue.poll();
        MachineSuite.expect(first != second && (first == references[0] || first == references[1])
                && (second == references[0] || second == references[1]), "not both references were enqueued");
        MachineSuite.expect(queue.poll() == null, "something was enqueued twice");
    }

    @NeverInline
    private static void lose() {
        for (int i = 0; i < FRAMES; i++) {
            Frame.allocate();
        }
        FrameTable.create().ensure(3);
    }

    private static void lostHandles() {
        MemoryStatistics.collect();
        long before = MemoryStatistics.freeBytes();
        lose();
        MachineSuite.expect(before - MemoryStatistics.freeBytes() >= FRAMES * PageSize.BYTES, "no frames were taken");
        clobberStack(20);
        MemoryStatistics.collect();
        MachineSuite.expect(before - MemoryStatistics.freeBytes() <= SEEMINGLY_HELD * PageSize.BYTES, "lost pages did not come back: "
                + (before - MemoryStatistics.freeBytes()) + " bytes are missing");
    }

    /** Overwrites what calls have left on the stack. */
    @NeverInline
    private static int clobberStack(int depth) {
        return depth == 0 ? 0 : clobberStack(depth - 1) + depth;
    }
}
