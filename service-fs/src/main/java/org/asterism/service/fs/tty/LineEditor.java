package org.asterism.service.fs.tty;

import org.asterism.kernel.abi.TerminalFlags;
import org.asterism.kernel.abi.TerminalLayout;

/** Edits the line that is being typed, in canonical mode. Guarded by the discipline's lock. */
final class LineEditor {
    private static final int SIZE = 4096;

    private final InputQueue ready;
    private final Echo echo;
    private final byte[] line = new byte[SIZE];
    private int length;
    private int startColumn;
    private boolean takesLiterally;

    LineEditor(InputQueue ready, Echo echo) {
        this.ready = ready;
        this.echo = echo;
    }

    /** Whether the next byte goes into the line whatever it is: VLNEXT was typed. */
    boolean takesLiterally() {
        return takesLiterally;
    }

    /** Bytes of the line that is being typed. */
    int length() {
        return length;
    }

    /** Takes a byte; returns whether a line became ready. */
    boolean accept(TerminalSettings settings, byte value) {
        if (takesLiterally) {
            takesLiterally = false;
            append(settings, value);
            return false;
        }
        boolean extended = settings.local(TerminalFlags.IEXTEN);
        if (settings.is(value, TerminalLayout.VERASE)) {
            eraseCharacter(settings);
        } else if (extended && settings.is(value, TerminalLayout.VWERASE)) {
            eraseWord(settings);
        } else if (settings.is(value, TerminalLayout.VKILL)) {
            eraseLine(settings, value);
        } else if (extended && settings.is(value, TerminalLayout.VLNEXT)) {
            takesLiterally = true;
            if (settings.local(TerminalFlags.ECHO) && settings.local(TerminalFlags.ECHOCTL)) {
                echo.literalMark(settings);
            }
        } else if (extended && settings.is(value, TerminalLayout.VREPRINT)) {
            reprint(settings, value);
        } else {
            return acceptOrdinary(settings, value, extended);
        }
        return false;
    }

    private boolean acceptOrdinary(TerminalSettings settings, byte value, boolean extended) {
        if (value == '\n') {
            if (settings.local(TerminalFlags.ECHO) || settings.local(TerminalFlags.ECHONL)) {
                echo.newline(settings);
            }
            finish();
            ready.addLineEnd(value);
            return true;
        }
        if (settings.is(value, TerminalLayout.VEOF)) {
            finish();
            ready.addEndOfFile();
            return true;
        }
        if (settings.is(value, TerminalLayout.VEOL) || extended && settings.is(value, TerminalLayout.VEOL2)) {
            if (settings.local(TerminalFlags.ECHO)) {
                echo.show(settings, value);
            }
            finish();
            ready.addLineEnd(value);
            return true;
        }
        append(settings, value);
        return false;
    }

    private void append(TerminalSettings settings, byte value) {
        if (length == SIZE - 1) {
            echo.show(settings, (byte) 7);
            return;
        }
        if (length == 0) {
            startColumn = echo.column();
        }
        if (settings.local(TerminalFlags.ECHO)) {
            echo.show(settings, value);
        }
        line[length++] = value;
    }

    private void eraseCharacter(TerminalSettings settings) {
        if (length == 0) {
            return;
        }
        int end = length;
        if (settings.input(TerminalFlags.IUTF8)) {
            while (length > 1 && (line[length - 1] & 0xc0) == 0x80) {
                length--;
            }
        }
        boolean isWide = end != length;
        if (settings.local(TerminalFlags.ECHO)) {
            if (settings.local(TerminalFlags.ECHOE)) {
                echo.wipe(settings, isWide ? new byte[] {'x'} : line, isWide ? 1 : length, startColumn);
            } else {
                echo.show(settings, (byte) settings.character(TerminalLayout.VERASE));
            }
        }
        length--;
    }

    private void eraseWord(TerminalSettings settings) {
        boolean inWord = false;
        while (length > 0) {
            boolean isPart = isWordPart(line[length - 1]);
            if (inWord && !isPart) {
                return;
            }
            inWord |= isPart;
            eraseCharacter(settings);
        }
    }

    private static boolean isWordPart(byte value) {
        return value >= '0' && value <= '9' || value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z'
                || value == '_' || value < 0;
    }

    private void eraseLine(TerminalSettings settings, byte value) {
        boolean wipes = settings.local(TerminalFlags.ECHOK) && settings.local(TerminalFlags.ECHOKE)
                && settings.local(TerminalFlags.ECHOE);
        if (wipes) {
            while (length > 0) {
                eraseCharacter(settings);
            }
            return;
        }
        length = 0;
        if (settings.local(TerminalFlags.ECHO)) {
            echo.show(settings, value);
            if (settings.local(TerminalFlags.ECHOK)) {
                echo.newline(settings);
            }
        }
    }

    private void reprint(TerminalSettings settings, byte value) {
        if (!settings.local(TerminalFlags.ECHO)) {
            return;
        }
        echo.show(settings, value);
        echo.newline(settings);
        for (int i = 0; i < length; i++) {
            echo.show(settings, line[i]);
        }
    }

    /** Gives what was typed so far to readers, when canonical mode ends or a line is complete. */
    void finish() {
        for (int i = 0; i < length; i++) {
            ready.add(line[i]);
        }
        length = 0;
    }

    void clear() {
        length = 0;
        takesLiterally = false;
    }
}
