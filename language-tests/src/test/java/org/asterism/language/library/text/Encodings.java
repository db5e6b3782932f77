package org.asterism.language.library.text;

import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnmappableCharacterException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Text as bytes: UTF-8, ISO-8859-1, US-ASCII. */
@Covers({Charset.class, StandardCharsets.class, IllegalCharsetNameException.class, UnsupportedCharsetException.class, UnsupportedEncodingException.class,
    CharacterCodingException.class, MalformedInputException.class, UnmappableCharacterException.class})
public final class Encodings {
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

    private Encodings() {}

    /** Runs. */
    public static void main(String[] arguments) throws UnsupportedEncodingException {
        for (Charset charset : CHARSETS) {
            for (String text : List.of("", "plain", "é ÿ €", "日本", "😀", "\uD83D alone", "alone \uDE00", "\u0000\u007F\u0080\u07FF\u0800\uFFFF")) {
                byte[] bytes = text.getBytes(charset);
                Outcome.show(charset + " <" + text.length() + ">", bytes, new String(bytes, charset).equals(text), text.getBytes(charset.name()).length);
            }
        }
        malformed();
        names();
        everything();
        exceptions();
    }

    private static void malformed() {
        byte[][] inputs = {{(byte) 0xFF}, {(byte) 0xC3}, {(byte) 0xC3, 0x28}, {(byte) 0xC0, (byte) 0x80}, {(byte) 0xE2, (byte) 0x82}, {(byte) 0xE2, 0x28, (byte) 0xA1},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {(byte) 0xF0, (byte) 0x9F, (byte) 0x98}, {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            {(byte) 0xF8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80}, {'a', (byte) 0x80, 'b', (byte) 0xE2, (byte) 0x82, (byte) 0xAC, (byte) 0xBF}, {(byte) 0xE0, (byte) 0x80, (byte) 0xAF},
            {(byte) 0xF0, (byte) 0x82, (byte) 0x82, (byte) 0xAC}, {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'x'}};
        for (byte[] input : inputs) {
            for (Charset charset : CHARSETS) {
                String text = new String(input, charset);
                StringBuilder points = new StringBuilder();
                for (char c : text.toCharArray()) {
                    points.append(Integer.toHexString(c)).append(' ');
                }
                Outcome.show(charset.name(), input, points);
            }
        }
    }

    private static void names() {
        for (String name : List.of("utf-8", "UTF8", "Latin1", "ISO-8859-1", "iso8859_1", "ascii", "US-ASCII", "none", "bad name", "", "-x", "x:y", "ISO_8859-1", "cp819", "646")) {
            Outcome.print(name, () -> Charset.forName(name).name());
            Outcome.print(name, () -> Charset.isSupported(name));
            Outcome.print(name, () -> new String(new byte[] {65}, name));
        }
        Outcome.run("null", () -> Charset.forName(null));
        Charset utf = StandardCharsets.UTF_8;
        Outcome.show("utf-8", utf, utf.displayName(), utf.canEncode(), utf.isRegistered(), utf.aliases(), utf.contains(StandardCharsets.US_ASCII), utf.compareTo(StandardCharsets.ISO_8859_1) > 0,
                utf.hashCode() == Charset.forName("utf8").hashCode(), utf.equals(Charset.forName("UTF-8")), Charset.defaultCharset());
    }

    private static void everything() {
        int hash = 0;
        StringBuilder text = new StringBuilder();
        for (int point = 0; point < 0x11000; point += point < 0x900 ? 1 : 7) {
            text.appendCodePoint(point);
        }
        for (Charset charset : CHARSETS) {
            byte[] bytes = text.toString().getBytes(charset);
            for (byte each : bytes) {
                hash = hash * 31 + each;
            }
            hash = hash * 31 + new String(bytes, charset).hashCode();
        }
        byte[] raw = new byte[70_000];
        long state = 7;
        for (int i = 0; i < raw.length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            raw[i] = (byte) (state >>> 56);
        }
        Outcome.show("random bytes", hash, new String(raw, StandardCharsets.UTF_8).hashCode(), new String(raw, 100, 5000, StandardCharsets.UTF_8).hashCode(),
                new String(raw, StandardCharsets.US_ASCII).hashCode(), new String(raw, StandardCharsets.ISO_8859_1).hashCode());
        Outcome.print("bounds", () -> new String(raw, 69_999, 2, StandardCharsets.UTF_8));
        Outcome.print("null", () -> new String(raw, (Charset) null));
        Outcome.print("null", () -> "x".getBytes((String) null));
    }

    private static void exceptions() {
        Outcome.show("exceptions", new MalformedInputException(3), new UnmappableCharacterException(2), new UnsupportedCharsetException("x").getCharsetName(),
                new IllegalCharsetNameException("y").getCharsetName(), new MalformedInputException(4).getInputLength(), new CharacterCodingException().getMessage(),
                new UnsupportedEncodingException("z"), new UnmappableCharacterException(1) instanceof CharacterCodingException);
    }
}
