package org.asterism.language.corpus.strings;

/** Text blocks strip indentation and keep escapes. */
public final class TextBlocks {
    private TextBlocks() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        String block = """
                first
                  second \
                continued
                "quoted" \"""
                tab\tend\s
                trailing
                """;
        System.out.println(block);
        System.out.println(block.length() + " " + block.hashCode());
        System.out.println("""
            no newline""".length());
        String empty = """
            """;
        System.out.println(empty.isEmpty());
    }
}
