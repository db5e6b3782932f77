package org.asterism.aot.debug;

import java.util.ArrayList;
import java.util.List;

/** A C function, or one call that was inlined in another scope. */
public final class Scope {
    private final String symbol;
    private final Scope parent;
    private final int callLine;
    private final List<long[]> ranges = new ArrayList<>();
    private final List<Scope> inlined = new ArrayList<>();

    Scope(String symbol, Scope parent, int callLine) {
        this.symbol = symbol;
        this.parent = parent;
        this.callLine = callLine;
        if (parent != null) {
            parent.inlined.add(this);
        }
    }

    /** The symbol of the function in C source. */
    public String symbol() {
        return symbol;
    }

    /** The scope that holds the call, null for a function. */
    public Scope parent() {
        return parent;
    }

    /** The source line of the call in {@link #parent}; 0 for a function. */
    public int callLine() {
        return callLine;
    }

    /** Stretches of machine code, each a first address and the one behind the last. */
    List<long[]> ranges() {
        return ranges;
    }

    List<Scope> inlined() {
        return inlined;
    }

    /** The innermost scope, this one or one inlined in it, of an address inside this one. */
    Scope innermost(long address) {
        for (Scope each : inlined) {
            for (long[] range : each.ranges) {
                if (address >= range[0] && address < range[1]) {
                    return each.innermost(address);
                }
            }
        }
        return this;
    }
}
