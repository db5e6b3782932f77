package org.asterism.language.library.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderMalfunctionError;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Characters that go through readers, writers and coders. */
@Covers({Reader.class, StringReader.class, Writer.class, StringWriter.class, PrintWriter.class, CharsetEncoder.class, CharsetDecoder.class, CoderResult.class,
    CodingErrorAction.class, CoderMalfunctionError.class})
public final class Writers {
    private Writers() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        readers();
        writers();
        coders();
        partial();
    }

    private static void readers() throws IOException {
        StringReader reader = new StringReader("some text");
        char[] part = new char[4];
        Outcome.show("reader", reader.read(), reader.ready(), reader.markSupported(), reader.skip(2), reader.read(part), new String(part), reader.read(CharBuffer.wrap(new char[2])));
        reader.reset();
        reader.mark(0);
        StringWriter all = new StringWriter();
        Outcome.show("transfer", reader.transferTo(all), all, reader.read(), Reader.nullReader().read());
        reader.close();
        Outcome.run("closed", reader::read);
        Reader own = new Reader() {
            private int left = 3;

            @Override
            public int read(char[] buffer, int offset, int length) {
                if (left == 0) {
                    return -1;
                }
                buffer[offset] = (char) ('0' + left--);
                return 1;
            }

            @Override
            public void close() {
                left = 0;
            }
        };
        Outcome.show("own", own.read(), own.read(part, 1, 2), own.skip(5), own.read());
        Outcome.run("reset", own::reset);
    }

    private static void writers() {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        writer.print(1);
        writer.print('c');
        writer.print(true);
        writer.print(2.5);
        writer.print((Object) null);
        writer.print(new char[] {'x', 'y'});
        writer.println("line");
        writer.printf("%03d %s%n", 7, "f");
        writer.append("sub", 1, 2).append('!').append(null);
        writer.write("part", 1, 2);
        new IllegalStateException("printed").printStackTrace(writer);
        writer.flush();
        Outcome.show("written", text.toString().lines().limit(3).toList(), writer.checkError(), text.getBuffer().length() > 40);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintWriter encoded = new PrintWriter(bytes, true, StandardCharsets.UTF_8);
        encoded.println("日本 é");
        Outcome.show("encoded", bytes.toByteArray());
        Outcome.run("size", () -> new StringWriter(-1));
        Outcome.run("bounds", () -> Writer.nullWriter().write("abc", 1, 9));
    }

    private static void coders() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII, StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            for (String text : List.of("plain", "é日😀", "lone \uD800", "")) {
                byte[] bytes = text.getBytes(charset);
                Outcome.show(charset + "", bytes, new String(bytes, charset).equals(text), charset.encode(text).remaining(), charset.decode(ByteBuffer.wrap(bytes)).length(), charset.newEncoder().canEncode(text));
                Outcome.print("strict", () -> charset.newEncoder().encode(CharBuffer.wrap(text)));
                Outcome.print("strict", () -> charset.newDecoder().decode(ByteBuffer.wrap(new byte[] {65, (byte) 0xC3})));
            }
            CharsetEncoder encoder = charset.newEncoder();
            Outcome.show("encoder", encoder.averageBytesPerChar(), encoder.maxBytesPerChar(), encoder.replacement(), encoder.malformedInputAction(), encoder.unmappableCharacterAction(), encoder.charset(), encoder.canEncode('é'));
        }
    }

    private static void partial() {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.IGNORE).replaceWith("?");
        CharBuffer out = CharBuffer.allocate(3);
        ByteBuffer in = ByteBuffer.wrap(new byte[] {'a', (byte) 0xE6, (byte) 0x97, (byte) 0xA5, (byte) 0xFF, 'b', (byte) 0xC3});
        CoderResult first = decoder.decode(in, out, false);
        Outcome.show("first", first, first.isOverflow(), in.position(), out.flip().toString(), decoder.averageCharsPerByte(), decoder.isAutoDetecting());
        out.clear();
        CoderResult second = decoder.decode(in, out, true);
        Outcome.show("second", second, decoder.flush(out), out.flip().toString(), decoder.reset().replacement());
        CharsetEncoder encoder = StandardCharsets.US_ASCII.newEncoder();
        CoderResult third = encoder.encode(CharBuffer.wrap("aé"), ByteBuffer.allocate(5), true);
        Outcome.show("third", third, third.isUnmappable(), third.isError(), third.length(), CoderResult.malformedForLength(2), CoderResult.UNDERFLOW.isUnderflow(), new CoderMalfunctionError(new IllegalStateException("c")), CodingErrorAction.REPORT);
        Outcome.run("throws", third::throwException);
        Outcome.run("order", () -> StandardCharsets.UTF_8.newEncoder().flush(ByteBuffer.allocate(1)));
        Outcome.run("no length", () -> CoderResult.OVERFLOW.length());
    }
}
