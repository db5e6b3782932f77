package org.asterism.assembly.link;

/** Counts assembly as people do: what is left without comments and blank lines. */
final class AssemblySource {
    private AssemblySource() {}

    static int lines(String source) {
        String withoutBlocks = source.replaceAll("(?s)/\\*.*?\\*/", "");
        return (int) withoutBlocks.lines()
                .map(line -> line.replaceAll("(//|#\\s|#$).*", ""))
                .filter(line -> !line.isBlank())
                .count();
    }
}
