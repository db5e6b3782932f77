package org.asterism.language.library.buffer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Streams of bytes that stay in memory. */
@Covers({InputStream.class, OutputStream.class, ByteArrayInputStream.class, ByteArrayOutputStream.class, Closeable.class, Flushable.class, IOException.class, EOFException.class,
    UncheckedIOException.class, AutoCloseable.class, Serializable.class})
public final class ByteStreams {
    private ByteStreams() {}

    /** A stream of a few bytes, one at a time. */
    private static final class Counting extends InputStream implements Serializable {
        private static final long serialVersionUID = 1;

        private int next;

        @Override
        public int read() throws IOException {
            if (next == 7) {
                throw new EOFException("at seven");
            }
            return next++;
        }
    }

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2);
        out.write("some bytes".getBytes(StandardCharsets.UTF_8));
        out.write(33);
        out.write(new byte[] {65, 66, 67}, 1, 2);
        out.writeBytes(new byte[] {90});
        Outcome.show("written", out, out.size(), out.toByteArray(), out.toString(StandardCharsets.ISO_8859_1), out.toString("US-ASCII"));
        Outcome.run("bounds", () -> out.write(new byte[2], 1, 2));
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
        Outcome.show("read", in.read(), in.available(), in.skip(2), in.markSupported(), in.readNBytes(3), in.read(new byte[4]), in.readAllBytes(), in.read(), in.read(new byte[1]));
        in.reset();
        in.mark(0);
        in.skipNBytes(1);
        Outcome.show("again", in.read(), in.transferTo(OutputStream.nullOutputStream()), in.readNBytes(new byte[3], 0, 3));
        Outcome.run("skip", () -> in.skipNBytes(5));
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        out.writeTo(copy);
        out.reset();
        Outcome.show("copied", copy, out.size());
        Outcome.run("capacity", () -> new ByteArrayOutputStream(-1));
        byte[] target = new byte[9];
        Counting counting = new Counting();
        Outcome.print("counting", () -> counting.read(target, 1, 5));
        Outcome.show("so far", target, counting.skip(1), counting.available(), counting.markSupported());
        Outcome.print("end", counting::read);
        Outcome.run("reset", counting::reset);
        Outcome.show("null", InputStream.nullInputStream().read());
        closing();
    }

    @SuppressWarnings("try")
    private static void closing() {
        StringBuilder log = new StringBuilder();
        Outcome.run("closing", () -> {
            try (Closeable first = () -> log.append("first "); AutoCloseable second = () -> {
                log.append("second ");
                throw new IOException("while closing");
            }) {
                log.append("body ");
                Flushable flushable = () -> log.append("flushed ");
                flushable.flush();
                throw new UncheckedIOException("wrapped", new IOException("cause"));
            } catch (UncheckedIOException e) {
                log.append(e.getCause().getMessage()).append(' ').append(e.getSuppressed()[0].getMessage());
            }
        });
        Outcome.show("log", log, new EOFException().getMessage(), new IOException(new IllegalStateException("x")), new UncheckedIOException(new IOException("y")));
    }
}
