package org.asterism.language.library.number;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Bytes as text: {@link Base64}, {@link HexFormat}, {@link UUID}. */
@Covers({Base64.class, Base64.Encoder.class, Base64.Decoder.class, HexFormat.class, UUID.class})
public final class Codes {
    private Codes() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        base64();
        streams();
        hex();
        uuid();
    }

    private static void base64() {
        Base64.Encoder[] encoders = {Base64.getEncoder(), Base64.getUrlEncoder(), Base64.getMimeEncoder(), Base64.getEncoder().withoutPadding(), Base64.getMimeEncoder(8, new byte[] {'|'})};
        for (int length : new int[] {0, 1, 2, 3, 10, 77}) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (i * 89 + 250);
            }
            for (Base64.Encoder encoder : encoders) {
                String text = encoder.encodeToString(bytes);
                Outcome.show("encoded", text.replace("\r\n", "/"), encoder.encode(bytes).length, encoder.encode(ByteBuffer.wrap(bytes)).remaining());
            }
            Outcome.show("decoded", Base64.getDecoder().decode(encoders[0].encode(bytes)), Base64.getUrlDecoder().decode(encoders[1].encodeToString(bytes)).length,
                    Base64.getMimeDecoder().decode(encoders[2].encode(bytes)).length, Base64.getDecoder().decode(encoders[3].encode(bytes)).length);
        }
        for (String bad : new String[] {"A", "AB=", "A===", "QUJD=", "QU JD", "QUJ*", "====", "QQ==QQ==", "QQ"}) {
            Outcome.print("decode " + bad, () -> Base64.getDecoder().decode(bad));
            Outcome.print("mime " + bad, () -> Base64.getMimeDecoder().decode(bad));
        }
        Outcome.print("too small", () -> Base64.getEncoder().encode(new byte[10], new byte[3]));
        Outcome.print("into", () -> Base64.getDecoder().decode("QUJD".getBytes(StandardCharsets.US_ASCII), new byte[5]));
        Outcome.print("separator", () -> Base64.getMimeEncoder(4, new byte[] {'A'}));
    }

    private static void streams() throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (var stream = Base64.getEncoder().wrap(encoded)) {
            stream.write("stream of bytes".getBytes(StandardCharsets.UTF_8));
            stream.write('!');
        }
        Outcome.show("wrapped", encoded, new String(Base64.getDecoder().wrap(new ByteArrayInputStream(encoded.toByteArray())).readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void hex() {
        HexFormat plain = HexFormat.of();
        HexFormat fancy = HexFormat.ofDelimiter(", ").withUpperCase().withPrefix("0x").withSuffix("h");
        byte[] bytes = {0, 1, (byte) 0xAB, (byte) 0xFF, 127};
        Outcome.show("hex", plain.formatHex(bytes), fancy.formatHex(bytes), plain.formatHex(bytes, 1, 3), plain.parseHex("00aBfF"), fancy.parseHex("0xABh, 0x01h"), plain.toHexDigits((byte) 10),
                plain.toHexDigits('z'), plain.toHexDigits(300), plain.toHexDigits(-1L), plain.toHexDigits(0xABCDEL, 3), plain.toHighHexDigit(0xA5), plain.toLowHexDigit(0xA5), fancy, plain,
                fancy.isUpperCase(), fancy.delimiter(), fancy.equals(plain), fancy.withLowerCase().prefix());
        Outcome.show("digits", HexFormat.isHexDigit('g'), HexFormat.fromHexDigit('F'), HexFormat.fromHexDigits("fff"), HexFormat.fromHexDigitsToLong("ffffffffffffffff"), HexFormat.fromHexDigits("x12y", 1, 3));
        for (String bad : new String[] {"0", "0g", "zz"}) {
            Outcome.print("parse " + bad, () -> plain.parseHex(bad));
        }
        Outcome.print("digit", () -> HexFormat.fromHexDigit('g'));
        Outcome.print("too long", () -> HexFormat.fromHexDigits("123456789"));
        Outcome.print("fancy", () -> fancy.parseHex("AB"));
    }

    private static void uuid() {
        UUID one = new UUID(0x123456789abcdef0L, 0x8edcba9876543210L);
        Outcome.show("uuid", one, one.version(), one.variant(), one.hashCode(), one.getMostSignificantBits(), one.getLeastSignificantBits(), UUID.fromString(one.toString()).equals(one),
                one.compareTo(new UUID(0, 0)), UUID.fromString("1-2-3-4-5"), UUID.fromString("ffffffff-ffff-1fff-bfff-ffffffffffff").version());
        for (String bad : new String[] {"", "1-2-3-4", "x-2-3-4-5", "1-2-3-4-5-6"}) {
            Outcome.print("uuid " + bad, () -> UUID.fromString(bad));
        }
        Outcome.print("timestamp", one::timestamp);
        UUID time = UUID.fromString("c232ab00-9414-11ec-b3c8-9f6bdeced846");
        Outcome.show("time based", time.timestamp(), time.clockSequence(), time.node());
    }
}
