package org.asterism.ostd.substitute;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@link Charset}: the three that {@link String} knows by itself, found without providers. */
@SubstituteClass(value = Charset.class, reason = "looks charsets up through providers and properties")
final class CharsetSubstitute {
    private static final String THREE = "an image has UTF-8, ISO-8859-1 and US-ASCII";

    private CharsetSubstitute() {}

    @SubstituteMethod(name = "<clinit>", reason = "looks for providers")
    static void initialize() {
        // nothing to look for
    }

    @SubstituteMethod(reason = THREE)
    static Charset defaultCharset() {
        return StandardCharsets.UTF_8;
    }

    @SubstituteMethod(reason = THREE)
    static Charset forName(String name) {
        if (name == null) {
            throw new IllegalArgumentException("Null charset name");
        }
        Charset found = find(name);
        if (found != null) {
            return found;
        }
        if (name.isEmpty() || name.indexOf(' ') >= 0) {
            throw new IllegalCharsetNameException(name);
        }
        throw new UnsupportedCharsetException(name);
    }

    @SubstituteMethod(reason = THREE)
    static boolean isSupported(String name) {
        return find(name) != null;
    }

    private static Charset find(String name) {
        if (name.equalsIgnoreCase("UTF-8") || name.equalsIgnoreCase("UTF8")) {
            return StandardCharsets.UTF_8;
        }
        if (name.equalsIgnoreCase("ISO-8859-1") || name.equalsIgnoreCase("ISO8859_1") || name.equalsIgnoreCase("latin1")) {
            return StandardCharsets.ISO_8859_1;
        }
        return name.equalsIgnoreCase("US-ASCII") || name.equalsIgnoreCase("ASCII") ? StandardCharsets.US_ASCII : null;
    }
}
