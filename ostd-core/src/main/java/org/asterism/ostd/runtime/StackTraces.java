package org.asterism.ostd.runtime;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.StackFrames;
import org.asterism.ostd.unsafe.ThreadArea;
import org.asterism.ostd.unsafe.Words;

/**
 * Java stack traces: return addresses, collected along the chain of frame pointers, and what {@link CodePosition} knows of them.
 */
public final class StackTraces {
    /** As many as a JVM shows ({@code -XX:MaxJavaStackTraceDepth}). */
    private static final int MOST_FRAMES = 1024;

    private StackTraces() {}

    /**
     * The return addresses of the callers of the caller, innermost first.
     *
     * @return null if there is no memory for them
     */
    public static long[] capture() {
        return capture(0, StackFrames.framePointer());
    }

    /**
     * The return addresses of code that was interrupted in the current task, innermost first.
     *
     * @param instruction  where it was interrupted
     * @param framePointer it had there
     * @return null if there is no memory for them
     */
    public static long[] of(long instruction, long framePointer) {
        return capture(instruction + 1, framePointer);
    }

    /** The return addresses of a chain of frames, after a first address unless that is 0. */
    private static long[] capture(long first, long framePointer) {
        long base = Address.loadLong(ThreadArea.current() + ThreadArea.STACK_BASE);
        int own = first == 0 ? 0 : 1;
        try {
            long[] addresses = new long[own + depth(framePointer, base)];
            long frame = framePointer;
            for (int i = own; i < addresses.length; i++) {
                addresses[i] = StackFrames.returnAddress(frame);
                frame = StackFrames.caller(frame);
            }
            if (own > 0) {
                addresses[0] = first;
            }
            return addresses;
        } catch (OutOfMemoryError error) {
            return null;
        }
    }

    private static int depth(long first, long base) {
        int depth = 0;
        long frame = first;
        // SAFETY: frames of compiled code are linked upwards; whatever is not between here and the stack's base ends the walk.
        while (depth < MOST_FRAMES && (frame & 7) == 0 && frame != 0 && !Words.isBelow(base - 16, frame)) {
            long next = StackFrames.caller(frame);
            depth++;
            if (!Words.isBelow(frame, next)) {
                break;
            }
            frame = next;
        }
        return depth;
    }

    /**
     * What the addresses mean.
     *
     * @param addresses from {@link #capture}
     * @param about     the throwable whose making the innermost frames are about; they are left out
     * @return one element for each frame of compiled Java code
     */
    public static StackTraceElement[] translate(long[] addresses, Throwable about) {
        StackTraceElement[] elements = new StackTraceElement[Math.min(walk(addresses, about, new StackTraceElement[0]), MOST_FRAMES)];
        walk(addresses, about, elements);
        return elements;
    }

    /** Fills in elements as far as they go, and counts the frames. */
    private static int walk(long[] addresses, Throwable about, StackTraceElement[] into) {
        CodePosition position = new CodePosition();
        int count = 0;
        boolean inside = false;
        for (long address : addresses) {
            for (boolean found = position.find(address - 1); found; found = position.caller()) {
                inside |= !isAboutMaking(position, about);
                if (inside && !position.is(CodePosition.HIDDEN)) {
                    if (count < into.length) {
                        into[count] = element(position);
                    }
                    count++;
                }
            }
        }
        return count;
    }

    private static boolean isAboutMaking(CodePosition position, Throwable about) {
        if (position.is(CodePosition.MAKES_THROWABLE)) {
            for (Class<?> type = about.getClass(); type != null; type = type.getSuperclass()) {
                if (type.getName().equals(position.className())) {
                    return true;
                }
            }
        }
        return position.is(CodePosition.PART_OF_THROWING | CodePosition.HIDDEN);
    }

    private static StackTraceElement element(CodePosition at) {
        return new StackTraceElement(null, at.bundle(), null, at.className(), at.methodName(), at.fileName(), at.line() == 0 ? -1 : at.line());
    }
}
