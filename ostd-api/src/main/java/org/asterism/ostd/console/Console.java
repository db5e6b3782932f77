package org.asterism.ostd.console;

import java.util.Objects;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.spi.Platform;

/** A byte channel to the outside: the terminal console, or the raw channel that {@code run --exec} reads. */
public final class Console {
    private static final Console TERMINAL = new Console(Platform.TERMINAL);
    private static final Console CHANNEL = new Console(Platform.CHANNEL);

    private final int channel;

    private Console(int channel) {
        this.channel = channel;
    }

    /**
     * The console that a person sits at; the kernel log goes there too.
     *
     * @return never null
     */
    public static Console terminal() {
        return TERMINAL;
    }

    /**
     * The raw channel, for framed data to and from whoever started the machine.
     *
     * @return never null
     */
    public static Console channel() {
        return CHANNEL;
    }

    /**
     * Tells whether the machine has this channel.
     *
     * @return whether reads and writes go anywhere
     */
    public boolean isPresent() {
        return Ostd.machine().platform().hasConsole(channel);
    }

    /**
     * Writes bytes, in order, without interpretation.
     *
     * @param from where to take them
     * @param at index of the first byte
     * @param length how many
     */
    public void write(byte[] from, int at, int length) {
        Objects.checkFromIndexSize(at, length, from.length);
        Ostd.machine().platform().writeConsole(channel, from, at, length);
    }

    /**
     * Reads bytes, sleeping until there is at least one.
     *
     * @param into where to put them
     * @param at index of the first byte
     * @param length how many at most, at least 1
     * @return how many
     */
    public int read(byte[] into, int at, int length) {
        Objects.checkFromIndexSize(at, length, into.length);
        return Ostd.machine().platform().readConsole(channel, into, at, length);
    }
}
