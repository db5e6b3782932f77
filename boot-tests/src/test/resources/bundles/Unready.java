package org.example.unready;

import java.util.List;
import org.asterism.kernel.syscall.SyscallProvider;

/** A component whose class cannot be initialised. */
public final class Unready implements SyscallProvider {
    private static final int LENGTH = measure(List.of());

    private static int measure(List<String> words) {
        return words.get(words.size() - 1).length(); // line: measured
    }

    @Override
    public String toString() {
        return "unready " + LENGTH;
    }
}
