package org.asterism.kernel.memory;

import java.util.Arrays;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.sync.SpinLock;

/**
 * Who maps a file: kept by the file's owner, filled by address spaces, so that pages which leave the file leave its mappings too.
 *
 * <p>The owner of a file that shrinks first publishes the new size, then calls {@link #withdraw}, then drops the pages; a fault in
 * between finds the new size. Lock order: {@link #withdraw} takes the locks of address spaces one by one and may be called with the
 * file's own lock held; the others take only a spin lock of their own.
 */
public final class MappedViews {
    private static final int INITIAL_CAPACITY = 4;

    private final SpinLock lock = new SpinLock();
    private View[] views = new View[INITIAL_CAPACITY];
    private int count;

    /** Nobody maps the file. */
    public MappedViews() {
    }

    /** An address space that maps the file. */
    public interface View {
        /**
         * Unmaps pages of a file wherever this address space has them.
         *
         * @param of the file's own object, which tells the file apart from others
         * @param firstPage number of the first page within the file
         * @param endPage number past the last page
         * @param copiesToo whether private copies of the pages go as well
         */
        void withdraw(MappedViews of, long firstPage, long endPage, boolean copiesToo);
    }

    /**
     * Adds a view; one that maps the file in several places is added as often.
     *
     * @param view an address space
     */
    public void add(View view) {
        View[] larger = null;
        while (true) {
            try (var held = lock.lock()) {
                if (larger != null && larger.length > views.length) {
                    System.arraycopy(views, 0, larger, 0, count);
                    views = larger;
                }
                if (count < views.length) {
                    views[count++] = view;
                    return;
                }
            }
            larger = new View[views.length * 2];
        }
    }

    /**
     * Takes one {@link #add} back.
     *
     * @param view an address space
     */
    public void remove(View view) {
        try (var held = lock.lock()) {
            for (int i = count - 1; i >= 0; i--) {
                if (views[i] == view) {
                    views[i] = views[--count];
                    views[count] = null;
                    return;
                }
            }
        }
    }

    /**
     * Unmaps pages that have left the file from every view.
     *
     * @param firstPage number of the first page within the file
     * @param endPage number past the last page
     * @param copiesToo whether private copies of the pages go as well: so for truncation, not for holes
     */
    public void withdraw(long firstPage, long endPage, boolean copiesToo) {
        try (var assured = Allocation.assured()) {
            for (View view : snapshot()) {
                view.withdraw(this, firstPage, endPage, copiesToo);
            }
        }
    }

    private View[] snapshot() {
        View[] taken = new View[INITIAL_CAPACITY];
        while (true) {
            int needed;
            try (var held = lock.lock()) {
                needed = count;
                if (needed <= taken.length) {
                    System.arraycopy(views, 0, taken, 0, needed);
                }
            }
            if (needed <= taken.length) {
                return Arrays.copyOf(taken, needed);
            }
            taken = new View[needed * 2];
        }
    }
}
