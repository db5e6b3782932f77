package org.asterism.service.fs.tty;

import org.asterism.kernel.abi.TerminalFlags;

/** Shows what is typed, and wipes what is erased. */
final class Echo {
    private static final byte[] WIPE = {'\b', ' ', '\b'};
    private static final byte[] NEWLINE = {'\n'};
    private static final byte[] LITERAL_MARK = {'^', '\b'};
    private static final int TAB = 8;
    private static final int DELETE = 127;

    private final OutputProcessor output;
    private final byte[] one = new byte[1];
    private final byte[] two = {'^', 0};

    Echo(OutputProcessor output) {
        this.output = output;
    }

    /** Shows a byte; control characters as two characters where settings say so. */
    void show(TerminalSettings settings, byte value) {
        try (var held = output.lock().lock()) {
            if (isShownAsTwo(settings, value)) {
                two[1] = (byte) (value ^ 0x40);
                output.write(settings, two, 2);
            } else {
                one[0] = value;
                output.write(settings, one, 1);
            }
        }
    }

    /** Shows that the next byte is taken literally: a caret that the byte will overwrite. */
    void literalMark(TerminalSettings settings) {
        try (var held = output.lock().lock()) {
            output.write(settings, LITERAL_MARK, LITERAL_MARK.length);
        }
    }

    void newline(TerminalSettings settings) {
        try (var held = output.lock().lock()) {
            output.write(settings, NEWLINE, 1);
        }
    }

    /** Wipes the last character of a line; {@code line} still holds it at the end. */
    void wipe(TerminalSettings settings, byte[] line, int length, int startColumn) {
        byte value = line[length - 1];
        int columns = 1;
        if (value == '\t') {
            columns = widthOf(settings, line, length, startColumn) - widthOf(settings, line, length - 1, startColumn);
        } else if (isShownAsTwo(settings, value)) {
            columns = 2;
        } else if (isControl(value)) {
            columns = 0;
        }
        try (var held = output.lock().lock()) {
            for (int i = 0; i < columns; i++) {
                output.write(settings, value == '\t' ? new byte[] {'\b'} : WIPE, value == '\t' ? 1 : WIPE.length);
            }
        }
    }

    private static int widthOf(TerminalSettings settings, byte[] line, int length, int startColumn) {
        int column = startColumn;
        for (int i = 0; i < length; i++) {
            if (line[i] == '\t') {
                column += TAB - column % TAB;
            } else if (isShownAsTwo(settings, line[i])) {
                column += 2;
            } else if (!isControl(line[i]) && (line[i] & 0xc0) != 0x80) {
                column++;
            }
        }
        return column;
    }

    private static boolean isShownAsTwo(TerminalSettings settings, byte value) {
        return isControl(value) && value != '\t' && settings.local(TerminalFlags.ECHOCTL);
    }

    private static boolean isControl(byte value) {
        return value >= 0 && value < ' ' || value == DELETE;
    }

    int column() {
        return output.column();
    }
}
