package org.asterism.language.library.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.DuplicateFormatFlagsException;
import java.util.FormatFlagsConversionMismatchException;
import java.util.Formattable;
import java.util.FormattableFlags;
import java.util.Formatter;
import java.util.FormatterClosedException;
import java.util.IllegalFormatCodePointException;
import java.util.IllegalFormatConversionException;
import java.util.IllegalFormatException;
import java.util.IllegalFormatFlagsException;
import java.util.IllegalFormatPrecisionException;
import java.util.IllegalFormatWidthException;
import java.util.List;
import java.util.Locale;
import java.util.MissingFormatArgumentException;
import java.util.MissingFormatWidthException;
import java.util.UnknownFormatConversionException;
import java.util.UnknownFormatFlagsException;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** {@link Formatter}: every conversion but dates, every flag, every mistake. */
@Covers({Formatter.class, Formatter.BigDecimalLayoutForm.class, Formattable.class, FormattableFlags.class, FormatterClosedException.class, DuplicateFormatFlagsException.class,
    FormatFlagsConversionMismatchException.class, IllegalFormatCodePointException.class, IllegalFormatConversionException.class, IllegalFormatException.class,
    IllegalFormatFlagsException.class, IllegalFormatPrecisionException.class, IllegalFormatWidthException.class, MissingFormatArgumentException.class,
    MissingFormatWidthException.class, UnknownFormatConversionException.class, UnknownFormatFlagsException.class, Locale.class})
public final class Formats {
    private Formats() {}

    /** Runs. */
    public static void main(String[] arguments) {
        integers();
        floating();
        texts();
        mistakes();
        formatters();
        locales();
    }

    private static void integers() {
        for (String format : List.of("%d", "%5d|", "%-8d|", "%08d", "%+d", "% d", "%,d", "%(d", "%(,+d", "%x", "%X", "%#x", "%08X", "%o", "%#o", "%s", "%b", "%h", "%012d", "%,015d", "%-,12d|")) {
            for (Object value : new Object[] {0, 42, -42, 1_234_567, Integer.MIN_VALUE, Long.MAX_VALUE, (short) -1, (byte) 200, BigInteger.TEN.pow(25), BigInteger.valueOf(-255)}) {
                Outcome.print(format + " " + value, () -> String.format(format, value));
            }
            Outcome.print(format + " null", () -> String.format(format, (Object) null));
        }
    }

    private static void floating() {
        double[] values = {0.0, -0.0, 1.0, -1.5, 123456.789, 0.000012345, 1e20, 1e-7, 9.995, 0.5, 1.5, 2.5, Double.MAX_VALUE, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, 100, 99999.5, 0.05};
        for (String format : List.of("%f", "%.0f", "%.2f", "%10.3f|", "%-12.1f|", "%+.3f", "%,.2f", "%(.2f", "%012.3f", "%e", "%.3e", "%E", "%#.0f", "%g", "%.3g", "%a", "%.2a", "%s", "% .1f", "%.15f")) {
            for (double value : values) {
                Outcome.print(format + " " + value, () -> String.format(format, value));
            }
            Outcome.print(format + " float", () -> String.format(format, 3.14159f));
            Outcome.print(format + " big", () -> String.format(format, new BigDecimal("12345678901234567890.0987654321")));
            Outcome.print(format + " small", () -> String.format(format, new BigDecimal("-0.00000123")));
        }
    }

    private static void texts() {
        for (Object value : new Object[] {"text", null, 'c', true, 65, 0x1F600, List.of(1, 2)}) {
            for (String format : List.of("%s", "%S", "%10s|", "%-10s|", "%.2s", "%5.1s|", "%c", "%C", "%5c|", "%b", "%B", "%.1b", "%h", "%H")) {
                Outcome.print(format + " " + value, () -> String.format(format, value));
            }
        }
        Outcome.show("order", String.format("%2$s %1$s %<s %s %s%n%%", "a", "b"), "%d-%s".formatted(1, "x"), String.format("plain"), String.format("%-5%|"));
    }

    private static void mistakes() {
        for (String format : List.of("%", "%q", "%d %d", "%-d", "%0d", "%--5d", "%+ d", "%.2d", "%#d", "%,x", "%-05d", "%5", "%$s", "%99999999999d", "%1$", "%+s", "%#s", "%.3c", "%,e", "%(x", "%<s", "%0$s", "%-n", "%.1n", "%5n",
                "%t", "%Q", "%3$s", "%+x", "%,o", "% x", "%ws", "%!")) {
            Outcome.print("bad " + format, () -> String.format(format, 1));
        }
        for (Object value : new Object[] {null, "text", 1}) {
            Outcome.print("date " + value, () -> String.format("%tY %-8tB| %TH", value, value, value));
        }
        Outcome.print("kind", () -> String.format("%d", "text"));
        Outcome.print("kind", () -> String.format("%f", 1));
        Outcome.print("kind", () -> String.format("%c", "text"));
        Outcome.print("code point", () -> String.format("%c", 0x110000));
        Outcome.print("null", () -> String.format(null));
        List<IllegalFormatException> all = List.of(new DuplicateFormatFlagsException("-"), new FormatFlagsConversionMismatchException("+", 's'), new IllegalFormatCodePointException(-1),
                new IllegalFormatConversionException('d', String.class), new IllegalFormatFlagsException("+ "), new IllegalFormatPrecisionException(3), new IllegalFormatWidthException(4),
                new MissingFormatArgumentException("%d"), new MissingFormatWidthException("%-d"), new UnknownFormatConversionException("q"), new UnknownFormatFlagsException("z"));
        all.forEach(exception -> Outcome.show("exception", exception));
    }

    /** Something that formats itself. */
    private record Name(String text) implements Formattable {
        @Override
        public void formatTo(Formatter formatter, int flags, int width, int precision) {
            formatter.format("<%s %s %d %d>", text, (flags & FormattableFlags.LEFT_JUSTIFY) != 0, width, precision);
        }
    }

    private static void formatters() {
        StringBuilder target = new StringBuilder("to: ");
        Formatter formatter = new Formatter(target);
        try (formatter) {
            formatter.format("%s %5d", "a", 1).format("%n%b", true);
            Outcome.show("formatter", formatter, formatter.out() == target, formatter.ioException(), target);
        }
        Outcome.run("closed", () -> formatter.format("x"));
        Outcome.print("closed", formatter::toString);
        Outcome.show("itself", String.format("%s|%-8.3s|%#S", new Name("n"), new Name("m"), new Name("o")), Formatter.BigDecimalLayoutForm.valueOf("SCIENTIFIC"), new FormatterClosedException().getMessage(),
                FormattableFlags.ALTERNATE, FormattableFlags.UPPERCASE);
        Outcome.show("in locales", String.format(Locale.ROOT, "%,.2f %,d %s", 1234.5, 99999, 'x'), String.format(Locale.US, "%,.1f", -9999.95), String.format((Locale) null, "%,d", 1_000_000), new Formatter(Locale.ROOT).format("%e", 12.5));
    }

    private static void locales() {
        Locale locale = new Locale("de", "CH", "Variant");
        Outcome.show("locale", locale, locale.getLanguage(), locale.getCountry(), locale.getVariant(), locale.toLanguageTag(), Locale.forLanguageTag("zh-Hant-TW"), Locale.forLanguageTag("zh-Hant-TW").getScript(), Locale.ROOT.toString().isEmpty(),
                Locale.US, Locale.ENGLISH, Locale.FRANCE.equals(new Locale("fr", "FR")), Locale.GERMAN.hashCode() == new Locale("de").hashCode(), locale.stripExtensions(),
                Locale.forLanguageTag("th-TH-u-nu-thai").getUnicodeLocaleType("nu"), Locale.forLanguageTag("x-bad-").toLanguageTag());
        Outcome.run("null", () -> new Locale(null));
        Outcome.show("cases", "TITLE I".toLowerCase(Locale.ROOT), "title i".toUpperCase(Locale.ENGLISH), "I".toLowerCase(new Locale("tr")).codePointAt(0), "i".toUpperCase(new Locale("tr")).codePointAt(0), "ΑΣ".toLowerCase(Locale.ROOT),
                "ΑΣ ΒΣ.".toLowerCase(Locale.US), "straße".toUpperCase(Locale.GERMANY));
    }
}
