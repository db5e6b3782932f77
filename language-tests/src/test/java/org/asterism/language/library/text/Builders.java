package org.asterism.language.library.text;

import java.io.IOException;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** {@link StringBuilder} and {@link StringBuffer}. */
@Covers({StringBuilder.class, StringBuffer.class, Appendable.class})
public final class Builders {
    private Builders() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        for (String start : new String[] {"", "abcdef", "日本語", "a😀b"}) {
            builder(start);
            buffer(start);
        }
        appending(new StringBuilder());
        appending(new StringBuffer());
        capacity();
        stress();
    }

    private static void builder(String start) {
        StringBuilder text = new StringBuilder(start);
        Outcome.show("builder", text, text.length(), text.indexOf("b"), text.lastIndexOf("b"), text.reverse(), text.compareTo(new StringBuilder(start)));
        text.reverse();
        for (int index : new int[] {-1, 0, 2, 3, 7}) {
            Outcome.print("insert " + index, () -> new StringBuilder(text).insert(index, "XY"));
            Outcome.print("insert number " + index, () -> new StringBuilder(text).insert(index, 12).insert(0, 'c').insert(0, true).insert(0, 5L).insert(0, new char[] {'p'}));
            Outcome.print("deleteCharAt " + index, () -> new StringBuilder(text).deleteCharAt(index));
            Outcome.print("setCharAt " + index, () -> {
                StringBuilder copy = new StringBuilder(text);
                copy.setCharAt(index, '語');
                return copy;
            });
            Outcome.print("charAt " + index, () -> text.charAt(index));
            Outcome.print("setLength " + index, () -> {
                StringBuilder copy = new StringBuilder(text);
                copy.setLength(index);
                return copy.toString().replace('\0', '.');
            });
            for (int end : new int[] {0, 2, 9}) {
                Outcome.print("delete " + index + " " + end, () -> new StringBuilder(text).delete(index, end));
                Outcome.print("replace " + index + " " + end, () -> new StringBuilder(text).replace(index, end, "--日"));
                Outcome.print("substring " + index + " " + end, () -> text.substring(index, end));
            }
        }
        Outcome.print("codePointAt", () -> text.codePointAt(1) + " " + text.codePointBefore(1) + " " + text.codePointCount(0, text.length()) + " " + text.offsetByCodePoints(0, 2));
    }

    private static void buffer(String start) {
        StringBuffer text = new StringBuffer(start);
        Outcome.show("buffer", text, text.length(), text.indexOf("b"), text.lastIndexOf("b"), text.reverse(), text.compareTo(new StringBuffer(start)));
        Outcome.print("edits", () -> text.insert(1, "ins").delete(0, 1).deleteCharAt(0).replace(0, 2, "REP").append(1).append('x').append(2L).append(true).append((Object) null));
        Outcome.print("more", () -> {
            text.setCharAt(0, 'é');
            text.setLength(text.length() - 1);
            return text.substring(1) + text.charAt(0) + text.subSequence(0, 1) + text.codePointAt(0);
        });
        Outcome.print("outside", () -> text.charAt(99));
    }

    private static <T extends Appendable & CharSequence> void appending(T text) throws IOException {
        text.append("str").append('c').append("subsequence", 3, 6).append(null);
        Outcome.show("appended", text, text.length(), text.subSequence(0, 2));
        Outcome.print("outside", () -> text.append("abc", 2, 5));
        StringBuilder all = new StringBuilder();
        all.append(1).append(2L).append('c').append(true).append((String) null).append((Object) "o").append(new char[] {'x', 'y'}).append(new char[] {'1', '2', '3'}, 1, 2)
                .append(new StringBuffer("sb")).append("日本", 1, 2).appendCodePoint(0x1F600).append((CharSequence) null).append(Integer.MIN_VALUE).append(Long.MIN_VALUE);
        Outcome.show("all", all);
        Outcome.print("null array", () -> new StringBuilder().append((char[]) null));
        Outcome.print("bad point", () -> new StringBuilder().appendCodePoint(-1));
    }

    private static void capacity() {
        StringBuilder text = new StringBuilder(2);
        Outcome.show("capacity", text.capacity(), text.append("abc").capacity(), new StringBuilder("xy").capacity(), new StringBuilder().capacity());
        text.ensureCapacity(100);
        int grown = text.capacity();
        text.trimToSize();
        text.ensureCapacity(-1);
        Outcome.show("grown", grown, text.capacity(), text.isEmpty());
        Outcome.run("negative", () -> new StringBuilder(-1));
        Outcome.run("null", () -> new StringBuilder((String) null));
    }

    private static void stress() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append(i % 7 == 0 ? 'é' : (char) ('a' + i % 26));
            if (i % 100 == 99) {
                text.insert(i / 2 % text.length(), i % 1000 == 999 ? "日" : "-").deleteCharAt(text.length() - 1);
            }
        }
        Outcome.show("stressed", text.length(), text.toString().hashCode(), text.reverse().toString().hashCode());
    }
}
