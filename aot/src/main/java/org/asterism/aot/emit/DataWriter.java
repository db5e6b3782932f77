package org.asterism.aot.emit;

import java.util.TreeMap;

/** Builds the generated assembler file: labels, values, absolute symbols. */
final class DataWriter {
    private final StringBuilder text = new StringBuilder();

    void section(String name) {
        text.append('\t').append(name).append('\n');
    }

    void align(int bytes) {
        text.append("\t.balign ").append(bytes).append('\n');
    }

    void label(String symbol) {
        text.append("\t.globl ").append(symbol).append('\n').append(symbol).append(":\n");
    }

    void localLabel(String symbol) {
        text.append(symbol).append(":\n");
    }

    void absolute(String symbol, long value) {
        text.append("\t.globl ").append(symbol).append("\n\t.set ").append(symbol).append(", ").append(value).append('\n');
    }

    void quad(Object value) {
        text.append("\t.quad ").append(value).append('\n');
    }

    void word(Object value) {
        text.append("\t.long ").append(value).append('\n');
    }

    void half(Object value) {
        text.append("\t.short ").append(value).append('\n');
    }

    void octet(Object value) {
        text.append("\t.byte ").append(value).append('\n');
    }

    void bytes(byte[] values) {
        for (int start = 0; start < values.length; start += 32) {
            text.append("\t.byte ");
            for (int i = start; i < Math.min(values.length, start + 32); i++) {
                text.append(i == start ? "" : ",").append(values[i]);
            }
            text.append('\n');
        }
    }

    void skip(int bytes) {
        if (bytes > 0) {
            text.append("\t.skip ").append(bytes).append('\n');
        }
    }

    /** Emits an object: its header, and fields given as directives with values by offset. */
    void object(String symbol, String record, int size, TreeMap<Integer, Field> fields) {
        align(16);
        label(symbol);
        quad(record);
        word(0);
        int position = 12;
        for (var entry : fields.entrySet()) {
            skip(entry.getKey() - position);
            text.append('\t').append(entry.getValue().directive()).append(' ').append(entry.getValue().value()).append('\n');
            position = entry.getKey() + entry.getValue().size();
        }
        skip(size - position);
    }

    /** One initialised field. */
    record Field(String directive, int size, Object value) {
        static Field reference(String symbol) {
            return new Field(".quad", 8, symbol);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
