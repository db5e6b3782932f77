package org.asterism.service.fs.tty;

/** Where a terminal's output goes. */
@FunctionalInterface
interface TerminalSink {
    void write(byte[] from, int at, int length);
}
