package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.link.KernelReport;
import org.asterism.assembly.link.KernelReport.BundleFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code asterism compare}: two kernels side by side. */
@Command(
        name = "compare",
        description = "Compares two kernels: which bundles each has, bytes of machine code, and the size of the image.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CompareCommand implements Callable<Integer> {
    private static final String ROW = "%-36s %14s %14s %14s%n";

    @Parameters(index = "0", paramLabel = "FILE", description = "an assembled image, or a descriptor, which is assembled if need be")
    private Path file;

    @Parameters(index = "1", paramLabel = "OTHER", arity = "0..1", description = "what to compare with (default: kernel.bndrun of the checkout)")
    private Path other;

    @Mixin
    private KernelArgument kernel = new KernelArgument();

    @Override
    public Integer call() throws RefusedException, IOException {
        KernelReport left = kernel.record(file).report();
        KernelReport right = kernel.record(other).report();
        SortedSet<String> names = new TreeSet<>();
        List.of(left, right).forEach(report -> report.bundles().forEach(bundle -> names.add(bundle.name())));
        System.out.printf(ROW, "code bytes", name(file), name(other), "difference");
        for (String name : names) {
            print(name, code(left, name), code(right, name));
        }
        print("image, data and debug lines included", left.imageBytes(), right.imageBytes());
        return ExitCode.OK;
    }

    private static String name(Path file) throws RefusedException {
        return KernelArgument.descriptor(file).getFileName().toString().replaceFirst("\\.(bndrun|elf)$", "");
    }

    private static void print(String name, long left, long right) {
        System.out.printf(ROW, name, number(left), number(right), String.format(Locale.ROOT, "%+,d", Math.max(left, 0) - Math.max(right, 0)));
    }

    private static String number(long value) {
        return value < 0 ? "-" : String.format(Locale.ROOT, "%,d", value);
    }

    /** Bytes of machine code of a bundle, negative if the kernel does not have it. */
    private static long code(KernelReport report, String name) {
        return report.bundles().stream().filter(bundle -> bundle.name().equals(name)).map(BundleFigures::code)
                .mapToLong(code -> code.machineCodeBytes()).findFirst().orElse(-1);
    }
}
