package org.asterism.ostd.substitute;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@link Charset}: those that every platform has, found without providers. */
@SubstituteClass(value = Charset.class, reason = "looks charsets up through providers and properties")
final class CharsetSubstitute {
    private static final String KNOWN = "an image has UTF-8, UTF-16, ISO-8859-1 and US-ASCII";

    private CharsetSubstitute() {}

    @SubstituteMethod(name = "<clinit>", reason = "looks for providers")
    static void initialize() {
        // nothing to look for
    }

    @SubstituteMethod(reason = KNOWN)
    static Charset defaultCharset() {
        return StandardCharsets.UTF_8;
    }

    @SubstituteMethod(reason = KNOWN)
    static Charset forName(String name) {
        if (name == null) {
            throw new IllegalArgumentException("Null charset name");
        }
        Charset found = find(name);
        if (found == null) {
            throw new UnsupportedCharsetException(name);
        }
        return found;
    }

    @SubstituteMethod(reason = KNOWN)
    static boolean isSupported(String name) {
        if (name == null) {
            throw new IllegalArgumentException("Null charset name");
        }
        return find(name) != null;
    }

    /** The grammar of names is that of RFC 2278. */
    private static void check(String name) {
        boolean legal = !name.isEmpty();
        for (int i = 0; legal && i < name.length(); i++) {
            char c = name.charAt(i);
            legal = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || i > 0 && "-+:_.".indexOf(c) >= 0;
        }
        if (!legal) {
            throw new IllegalCharsetNameException(name);
        }
    }

    private static Charset find(String name) {
        check(name);
        return switch (name.toLowerCase()) {
            case "utf-8", "utf8", "unicode-1-1-utf-8" -> StandardCharsets.UTF_8;
            case "iso-8859-1", "iso8859_1", "latin1", "iso8859-1", "iso_8859-1", "iso_8859_1", "iso-ir-100", "ibm819", "cp819", "819", "l1", "8859_1" -> StandardCharsets.ISO_8859_1;
            case "us-ascii", "ascii", "iso646-us", "ansi_x3.4-1968", "ascii7", "646", "us", "cp367", "ibm367", "iso_646.irv:1991", "default" -> StandardCharsets.US_ASCII;
            case "utf-16", "utf16", "utf_16", "unicode" -> StandardCharsets.UTF_16;
            case "utf-16be", "utf_16be", "iso-10646-ucs-2" -> StandardCharsets.UTF_16BE;
            case "utf-16le", "utf_16le" -> StandardCharsets.UTF_16LE;
            default -> null;
        };
    }
}
