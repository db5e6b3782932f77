package org.asterism.aot.debug;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
        private final Map<Integer, Object> values = new HashMap<>();
        private boolean highIsAddress;
        private Scope scope;

        Entry(int tag) {
            this.tag = tag;
        }

        long number(int attribute) {
            return values.get(attribute) instanceof Long number ? number : 0;
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
        Map<Long, Entry> entries = new HashMap<>();
        List<Entry> inOrder = new ArrayList<>();
        Map<Entry, Entry> parents = new HashMap<>();
        Deque<Entry> open = new ArrayDeque<>();
        while (in.position() < end) {
            long offset = in.position();
            long code = in.unsigned();
            if (code == 0) {
                open.poll();
                continue;
            }
            Abbreviation shape = shapes.get(code);
            Entry entry = new Entry(shape.tag());
            for (Abbreviation.Attribute attribute : shape.attributes()) {
                entry.values.put(attribute.name(), forms.read(in, attribute));
                entry.highIsAddress |= attribute.name() == HIGH_PC && attribute.form() == FORM_ADDRESS;
            }
            if (!open.isEmpty()) {
                parents.put(entry, open.peek());
            }
            entries.put(offset, entry);
            inOrder.add(entry);
            if (shape.hasChildren()) {
                open.push(entry);
            }
        }
        inOrder.forEach(entry -> scope(entry, parents.get(entry), entries));
    }

    private void scope(Entry entry, Entry parent, Map<Long, Entry> entries) {
        if (entry.tag == TAG_UNIT) {
            unitBase = entry.number(LOW_PC);
        } else if (entry.tag == TAG_FUNCTION) {
            entry.scope = new Scope(name(entry, entries), null, 0);
            addRanges(entry);
            if (!entry.scope.ranges().isEmpty()) {
                functions.add(entry.scope);
            }
        } else if (entry.tag == TAG_INLINED && parent.scope != null) {
            entry.scope = new Scope(name(entry, entries), parent.scope, (int) entry.number(CALL_LINE));
            addRanges(entry);
        } else if (parent != null) {
            entry.scope = parent.scope;
        }
    }

    /** The name of an entry, or of the one that it is an instance of. */
    private static String name(Entry entry, Map<Long, Entry> entries) {
        Entry next = entry;
        while (next != null && !(next.values.get(NAME) instanceof String)) {
            Object origin = next.values.getOrDefault(ORIGIN, next.values.get(SPECIFICATION));
            next = origin == null ? null : entries.get(origin);
        }
        return next == null ? "" : (String) next.values.get(NAME);
    }

    private void addRanges(Entry entry) {
        if (entry.values.containsKey(RANGES)) {
            addList(file.section(".debug_rnglists").at(entry.number(RANGES)), entry.scope);
        } else if (entry.values.containsKey(HIGH_PC)) {
            long low = entry.number(LOW_PC);
            long high = entry.number(HIGH_PC);
            entry.scope.ranges().add(new long[] {low, entry.highIsAddress ? high : low + high});
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
