package org.asterism.aot.emit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.aot.debug.CodeRange;
import org.asterism.aot.debug.Scope;
import org.asterism.aot.world.JavaMethod;

/**
 * The table by which stack traces find method, file and line of a code address, calls that the C compiler inlined included. Its layout
 * is described where it is read, in {@code org.asterism.ostd.runtime.CodePosition}.
 */
public final class CodeTable {
    private static final int PART_OF_THROWING = 1;
    private static final int MAKES_THROWABLE = 1 << 1;
    private static final int HIDDEN = 1 << 2;
    private static final String RUNTIME_PACKAGE = "org/asterism/ostd/runtime";

    private final Image image;
    private final Map<String, JavaMethod> methods = new HashMap<>();
    private final Map<Scope, JavaMethod> methodsOfScopes = new HashMap<>();
    private final Map<JavaMethod, Boolean> hasLines = new HashMap<>();

    /** A table for all compiled methods; adds the names it shows to the strings of the image. */
    public CodeTable(Image image) {
        this.image = image;
        for (JavaMethod method : image.closure().methods()) {
            if (image.closure().flow(method) != null || image.closure().cut(method) != null) {
                methods.put(image.names().method(method), method);
                image.closure().addString(method.owner().binaryName());
                image.closure().addString(method.name());
                if (fileName(method) != null) {
                    image.closure().addString(fileName(method));
                }
                image.closure().addString(method.owner().bundle().name());
            }
        }
    }

    /** A Java method, or one that was inlined on a line of another scope. */
    private record Place(int method, int parent, int callLine) {
        @Override
        public int hashCode() {
            return (31 * method + parent) * 31 + callLine;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && method == place.method && parent == place.parent && callLine == place.callLine;
        }
    }

    /** Assigns numbers in the order of first use. */
    private static final class Numbers<T> {
        private final Map<T, Integer> known = new LinkedHashMap<>();

        int of(T value) {
            Integer number = known.putIfAbsent(value, known.size());
            return number == null ? known.size() - 1 : number;
        }
    }

    /**
     * The assembler text of the table.
     *
     * @param ranges all code in rising order of addresses; none for a table that is to be filled in later
     */
    public String text(List<CodeRange> ranges) {
        return new Rows().text(ranges.isEmpty() ? 0 : ranges.get(0).start(), merged(ranges));
    }

    /** The rows of one table, and the numbers of what they name. */
    private final class Rows {
        private final Numbers<JavaMethod> methodNumbers = new Numbers<>();
        private final Numbers<Place> places = new Numbers<>();
        private final Map<Scope, Integer> placesOfScopes = new HashMap<>();
        private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
        private final List<long[]> blocks = new ArrayList<>();

        String text(long base, List<CodeRange> ranges) {
            long blockEnd = base;
            int blockMethod = -1;
            int place = 0;
            int line = 0;
            for (CodeRange range : ranges) {
                int root = methodNumbers.of(method(root(range.scope())));
                if (range.start() != blockEnd && !blocks.isEmpty()) {
                    blocks.add(new long[] {blockEnd - base, -1});
                }
                if (range.start() != blockEnd || root != blockMethod) {
                    blocks.add(new long[] {range.start() - base, rows.size()});
                    blockMethod = root;
                    place = 0;
                    line = 0;
                }
                int next = place(range.scope());
                int change = range.line() - line;
                number(range.end() - range.start());
                number((change << 1 ^ change >> 31) << 1 | (next == place ? 0 : 1));
                if (next != place) {
                    number(next);
                }
                place = next;
                line = range.line();
                blockEnd = range.end();
            }
            blocks.add(new long[] {blockEnd - base, -1});
            return write(base, blocks, rows.toByteArray(), places, methodNumbers);
        }

        private int place(Scope scope) {
            Integer known = placesOfScopes.get(scope);
            if (known != null) {
                return known;
            }
            Scope caller = scope.parent();
            int line = scope.callLine();
            while (caller != null && method(caller) == null) {
                line = caller.callLine();
                caller = caller.parent();
            }
            int parent = caller == null ? -1 : place(caller);
            line = caller == null ? 0 : known(caller, line);
            int place = places.of(new Place(methodNumbers.of(method(scope)), parent, line));
            placesOfScopes.put(scope, place);
            return place;
        }

        /** Appends as LEB128. */
        private void number(long value) {
            long rest = value;
            while (rest > 127) {
                rows.write((int) (rest & 127 | 128));
                rest >>>= 7;
            }
            rows.write((int) rest);
        }
    }

    private String write(long base, List<long[]> blocks, byte[] rows, Numbers<Place> places, Numbers<JavaMethod> methodNumbers) {
        DataWriter out = new DataWriter();
        out.section(".section .rodata.asterism_code_table,\"a\",@progbits");
        out.align(8);
        out.label("asterism_code_base");
        out.quad("0x" + Long.toHexString(base));
        out.label("asterism_code_blocks");
        blocks.forEach(block -> out.word(block[0] + "," + block[1]));
        out.label("asterism_code_places");
        places.known.keySet().forEach(place -> out.word(place.method + "," + place.parent + "," + place.callLine));
        out.label("asterism_code_methods");
        methodNumbers.known.keySet().forEach(method -> {
            out.word(distance(method.owner().binaryName()));
            out.word(distance(method.name()));
            out.word(distance(fileName(method)));
            out.word(distance(isNamed(method) ? method.owner().bundle().name() : null));
            out.word(flags(method));
        });
        out.label("asterism_code_rows");
        out.bytes(rows);
        out.section(".section .note.GNU-stack,\"\",@progbits");
        return out.toString();
    }

    /** Code of Java methods only, calls to helpers of C counted to the line that makes them, equal neighbours joined. */
    private List<CodeRange> merged(List<CodeRange> ranges) {
        List<CodeRange> merged = new ArrayList<>();
        for (CodeRange range : ranges) {
            Scope scope = range.scope();
            int line = range.line();
            while (scope.parent() != null && method(scope) == null) {
                line = scope.callLine();
                scope = scope.parent();
            }
            if (method(scope) == null) {
                continue;
            }
            line = known(scope, line);
            CodeRange last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.end() == range.start() && last.scope() == scope && last.line() == line) {
                merged.set(merged.size() - 1, new CodeRange(last.start(), range.end(), line, scope));
            } else {
                merged.add(new CodeRange(range.start(), range.end(), line, scope));
            }
        }
        return merged;
    }

    private static Scope root(Scope scope) {
        return scope.parent() == null ? scope : root(scope.parent());
    }

    /** A line of a method; 0 if its class file does not tell lines, though C has some. */
    private int known(Scope scope, int line) {
        return hasLines.computeIfAbsent(method(scope), method -> SourceFiles.knownLine(method) != 0) ? line : 0;
    }

    /** The method that a function or an inlined call is; null for helpers of C. */
    private JavaMethod method(Scope scope) {
        return methodsOfScopes.computeIfAbsent(scope, key -> methods.get(Unit.original(key.symbol())));
    }

    private String distance(String text) {
        return text == null ? "0" : image.names().string(text) + " - .";
    }

    /** Null if the class file does not tell. */
    private static String fileName(JavaMethod method) {
        return method.owner().node().sourceFile;
    }

    /** Whether traces show the bundle: everywhere in a kernel; in a program, where HotSpot names the module. */
    private boolean isNamed(JavaMethod method) {
        return !image.target().isProgram() || method.owner().bundle().isJavaBase();
    }

    private int flags(JavaMethod method) {
        String packageName = method.owner().packageName();
        int flags = 0;
        if (packageName.equals(RUNTIME_PACKAGE) || packageName.equals("org/asterism/ostd/substitute")) {
            flags |= PART_OF_THROWING;
        }
        if ((method.isConstructor() || method.name().equals("fillInStackTrace"))
                && method.owner().isSubtypeOf(image.world().platform("java/lang/Throwable"))) {
            flags |= MAKES_THROWABLE;
        }
        boolean ofRuntime = method.owner().bundle().privileged() && !method.owner().bundle().isJavaBase();
        if (method.owner().initializationHost() != null || method.owner().name().equals(RUNTIME_PACKAGE + "/ClassInitialization")
                || image.target().isProgram() && ofRuntime) {
            flags |= HIDDEN;
        }
        return flags;
    }
}
