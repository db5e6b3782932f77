package org.asterism.language.library.text;

import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** {@link Character}: what Unicode says of every code point. */
@Covers(Character.class)
public final class Characters {
    private Characters() {}

    /** Runs. */
    public static void main(String[] arguments) {
        everyCodePoint();
        digits();
        surrogates();
        boxes();
    }

    private static void everyCodePoint() {
        long[] hashes = new long[20];
        for (int point = Character.MIN_CODE_POINT; point <= Character.MAX_CODE_POINT; point++) {
            int[] facts = {Character.getType(point), Character.isLetter(point) ? 1 : 0, Character.isDigit(point) ? 1 : 0, Character.isLetterOrDigit(point) ? 1 : 0,
                Character.isAlphabetic(point) ? 1 : 0, Character.isIdeographic(point) ? 1 : 0, Character.isUpperCase(point) ? 1 : 0, Character.isLowerCase(point) ? 1 : 0,
                Character.isTitleCase(point) ? 1 : 0, Character.toUpperCase(point), Character.toLowerCase(point), Character.toTitleCase(point), Character.isWhitespace(point) ? 1 : 0,
                Character.isSpaceChar(point) ? 1 : 0, Character.isISOControl(point) ? 1 : 0, Character.isDefined(point) ? 1 : 0, Character.isMirrored(point) ? 1 : 0,
                Character.getNumericValue(point), Character.getDirectionality(point), Character.isJavaIdentifierPart(point) ? 1 : 0};
            for (int i = 0; i < facts.length; i++) {
                hashes[i] = hashes[i] * 31 + facts[i];
            }
            if (point > 0x30FF && point % 16 != 0) {
                point += 15 - point % 16; // a sample of the large blocks
            }
        }
        Outcome.show("facts", hashes);
        Outcome.show("identifiers", Character.isJavaIdentifierStart('$'), Character.isJavaIdentifierStart('1'), Character.isUnicodeIdentifierStart('ß'), Character.isUnicodeIdentifierPart('_'),
                Character.isIdentifierIgnorable('\u0001'), Character.isIdentifierIgnorable(0xE0001), Character.isJavaIdentifierStart(0x1D400));
    }

    private static void digits() {
        for (int radix : new int[] {1, 2, 10, 16, 36, 37}) {
            Outcome.show("radix " + radix, Character.digit('z', radix), Character.digit('7', radix), Character.digit('１', radix), Character.digit('Ａ', radix), Character.digit('٣', radix),
                    Character.digit(0x1D7D9, radix), (int) Character.forDigit(11, radix), (int) Character.forDigit(-1, radix));
        }
    }

    private static void surrogates() {
        Outcome.show("surrogates", Character.isHighSurrogate('\uD83D'), Character.isLowSurrogate('\uDE00'), Character.isSurrogate('a'), Character.isSurrogatePair('\uD83D', '\uDE00'),
                Character.toCodePoint('\uD83D', '\uDE00'), (int) Character.highSurrogate(0x1F600), (int) Character.lowSurrogate(0x1F600), Character.charCount(0x1F600),
                Character.isSupplementaryCodePoint(0xFFFF), Character.isBmpCodePoint(0x10000), Character.isValidCodePoint(-1), Character.toChars(0x1F600).length);
        char[] chars = {'a', '\uD83D', '\uDE00', '\uD83D'};
        Outcome.show("arrays", Character.codePointAt(chars, 1), Character.codePointAt(chars, 1, 2), Character.codePointBefore(chars, 3), Character.codePointCount(chars, 0, 4),
                Character.offsetByCodePoints(chars, 0, 4, 0, 2), Character.toChars(0x1F600, chars, 2), Character.codePointAt("x😀", 1), Character.codePointBefore("x😀", 3),
                Character.codePointCount("x😀", 0, 3), Character.offsetByCodePoints("x😀", 0, 2));
        Outcome.print("bad point", () -> Character.toChars(0x110000));
        Outcome.print("outside", () -> Character.codePointAt(chars, 9));
        Outcome.print("too far", () -> Character.offsetByCodePoints("ab", 0, 3));
        Outcome.print("toString", () -> Character.toString(0x110000));
    }

    private static void boxes() {
        Outcome.show("boxes", Character.valueOf('a') == Character.valueOf('a'), Character.valueOf('日'), Character.compare('a', 'b'), Character.valueOf('a').compareTo('c'), Character.hashCode('x'),
                (int) Character.reverseBytes('\u1234'), Character.BYTES, Character.valueOf('q').charValue(), Character.toString('k'), Character.valueOf('a').equals('a'),
                Character.isLetter('日'), Character.toUpperCase('ÿ'), Character.toLowerCase('İ'), Character.toTitleCase('ǆ'), Character.getNumericValue('Ⅷ'), Character.MAX_RADIX);
    }
}
