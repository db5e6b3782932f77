package org.asterism.aot;

import java.nio.file.Path;
import java.util.List;
import org.asterism.aot.CompilationRequest.BundleInput;
import org.asterism.aot.target.Target;

/** Requests that compile a class of the tests as the program of a Linux process; those that run them are in {@code language-tests}. */
final class TestRequest {
    private static final Path WORK = Path.of("target", "native").toAbsolutePath();

    private TestRequest() {
    }

    static CompilationRequest of(Class<?> program, String profile) {
        List<BundleInput> bundles = List.of(
                BundleInput.holding(type("org.asterism.ostd.mm.Frame"), "org.asterism.ostd.api", true),
                BundleInput.holding(type("org.asterism.ostd.runtime.ObjectAllocator"), "org.asterism.ostd.core", true),
                BundleInput.holding(type("org.asterism.ostd.program.ProgramHost"), "org.asterism.ostd.program", true),
                BundleInput.holding(type("org.asterism.ostd.linux.LinuxProcess"), "org.asterism.ostd.impl.linux", true),
                BundleInput.holding(program, "test", false));
        return new CompilationRequest(bundles, program.getName() + ".main", Target.LINUX_X86_64, profile,
                WORK.resolve(program.getSimpleName()), WORK.resolve("cache"), 2, line -> { });
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, TestRequest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
