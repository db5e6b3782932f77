package org.asterism.aot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asterism.aot.target.Target;

/**
 * A small front for trying the compiler: {@code main-class target profile output cache bundle…}, each bundle as
 * {@code name=path}, privileged ones as {@code +name=path}.
 */
public final class CommandLine {
    private static final int FIRST_BUNDLE = 5;

    private CommandLine() {
    }

    /**
     * Compiles; prints the offenders and exits with status 1 if the image cannot be linked.
     *
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        List<CompilationRequest.BundleInput> bundles = new ArrayList<>();
        for (int i = FIRST_BUNDLE; i < arguments.length; i++) {
            boolean privileged = arguments[i].startsWith("+");
            String[] parts = arguments[i].substring(privileged ? 1 : 0).split("=");
            bundles.add(new CompilationRequest.BundleInput(parts[0], Path.of(parts[1]), privileged, Map.of()));
        }
        CompilationRequest request = new CompilationRequest(bundles, arguments[0], Target.named(arguments[1]), arguments[2],
                Path.of(arguments[3]), Path.of(arguments[4]), Runtime.getRuntime().availableProcessors(), System.out::println);
        try {
            Compiler.compile(request);
        } catch (LinkageException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
