package org.asterism.aot.debug;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads functions and the calls inlined in them from {@code .debug_info} (DWARF 5 §3.3, §7.5). */
final class FunctionReader {
    private static final int TAG_INLINED = 0x1d;
    private static final int TAG_UNIT = 0x11;
    private static final int TAG_FUNCTION = 0x2e;
    private static final int NAME = 0x03;
    private static final int LOW_PC = 0x11;
    private static final int HIGH_PC = 0x12;
    private static final int ORIGIN = 0x31;
    private static final int SPECIFICATION = 0x47;
    private static final int RANGES = 0x55;
    private static final int CALL_LINE = 0x59;
    private static final int FORM_ADDRESS = 0x01;
    private static final long ABSENT = -1;

    private final ElfFile file;
    private final List<Scope> functions = new ArrayList<>();
    private long unitBase;

    FunctionReader(ElfFile file) {
        this.file = file;
        Cursor in = file.section(".debug_info");
        while (!in.isAtEnd()) {
            int start = in.position();
            long end = in.word() + in.position();
            unit(in, start, end);
            in.skip(end - in.position());
        }
    }

    /** Every function with code. */
    List<Scope> functions() {
        return functions;
    }

    /** One entry: the attributes that matter here. */
    private static final class Entry {
        private final int tag;
        private final Entry parent;
        private String name;
        private long low;
        private long high = ABSENT;
        private long ranges = ABSENT;
        private long origin = ABSENT;
        private int callLine;
        private boolean highIsAddress;
        private Scope scope;

        Entry(int tag, Entry parent) {
            this.tag = tag;
            this.parent = parent;
        }

        void set(Abbreviation.Attribute attribute, Object value) {
            switch (attribute.name()) {
                case NAME -> name = (String) value;
                case LOW_PC -> low = (Long) value;
                case HIGH_PC -> {
                    high = (Long) value;
                    highIsAddress = attribute.form() == FORM_ADDRESS;
                }
                case ORIGIN, SPECIFICATION -> origin = (Long) value;
                case RANGES -> ranges = (Long) value;
                case CALL_LINE -> callLine = ((Long) value).intValue();
                default -> { }
            }
        }
    }

    private void unit(Cursor in, int start, long end) {
        int version = in.half();
        if (version != 5) {
            throw new IllegalStateException("debugging information of DWARF version " + version + "; compile with -gdwarf-5");
        }
        in.skip(2);
        Map<Long, Abbreviation> shapes = Abbreviation.read(file.section(".debug_abbrev").at(in.word()));
        Form forms = new Form(file, start);
        Map<Long, Entry> entries = new LinkedHashMap<>();
        Deque<Entry> open = new ArrayDeque<>();
        while (in.position() < end) {
            long offset = in.position();
            long code = in.unsigned();
            if (code == 0) {
                open.poll();
                continue;
            }
            Abbreviation shape = shapes.get(code);
            Entry entry = new Entry(shape.tag(), open.peek());
            for (Abbreviation.Attribute attribute : shape.attributes()) {
                entry.set(attribute, forms.read(in, attribute));
            }
            entries.put(offset, entry);
            if (shape.hasChildren()) {
                open.push(entry);
            }
        }
        entries.values().forEach(entry -> scope(entry, entries));
    }

    private void scope(Entry entry, Map<Long, Entry> entries) {
        Scope outer = entry.parent == null ? null : entry.parent.scope;
        if (entry.tag == TAG_UNIT) {
            unitBase = entry.low;
        } else if (entry.tag == TAG_FUNCTION) {
            entry.scope = new Scope(name(entry, entries), null, 0);
            addRanges(entry);
            if (!entry.scope.ranges().isEmpty()) {
                functions.add(entry.scope);
            }
        } else if (entry.tag == TAG_INLINED && outer != null) {
            entry.scope = new Scope(name(entry, entries), outer, entry.callLine);
            addRanges(entry);
        } else {
            entry.scope = outer;
        }
    }

    /** The name of an entry, or of the one that it is an instance of. */
    private static String name(Entry entry, Map<Long, Entry> entries) {
        Entry next = entry;
        while (next != null && next.name == null) {
            next = next.origin == ABSENT ? null : entries.get(next.origin);
        }
        return next == null ? "" : next.name;
    }

    private void addRanges(Entry entry) {
        if (entry.ranges != ABSENT) {
            addList(file.section(".debug_rnglists").at(entry.ranges), entry.scope);
        } else if (entry.high != ABSENT) {
            entry.scope.ranges().add(new long[] {entry.low, entry.highIsAddress ? entry.high : entry.low + entry.high});
        }
    }

    /** A range list (DWARF 5 §2.17.3); its kinds are 0 to 7. */
    private void addList(Cursor in, Scope scope) {
        long base = unitBase;
        for (int kind = in.octet(); kind != 0; kind = in.octet()) {
            switch (kind) {
                case 4 -> scope.ranges().add(new long[] {base + in.unsigned(), base + in.unsigned()});
                case 5 -> base = in.quad();
                case 6 -> scope.ranges().add(new long[] {in.quad(), in.quad()});
                case 7 -> {
                    long start = in.quad();
                    scope.ranges().add(new long[] {start, start + in.unsigned()});
                }
                default -> throw new IllegalStateException("range lists with kind " + kind + " are not read; do not split debugging information");
            }
        }
    }
}
