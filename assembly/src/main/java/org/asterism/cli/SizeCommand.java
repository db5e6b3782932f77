package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.link.KernelReport;
import org.asterism.assembly.link.KernelReport.BundleFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code asterism size}: what each bundle costs in an image. */
@Command(
        name = "size",
        description = "Shows what each bundle costs in a kernel: bytes of machine code and distinct source lines, the largest first.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SizeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..1",
            description = "an assembled image, or a descriptor, which is assembled if need be (default: kernel.bndrun of the checkout)")
    private Path file;

    @Mixin
    private KernelArgument kernel = new KernelArgument();

    @Override
    public Integer call() throws RefusedException, IOException {
        KernelReport report = kernel.record(file).report();
        long code = report.bundles().stream().mapToLong(bundle -> bundle.code().machineCodeBytes()).sum();
        int lines = report.bundles().stream().mapToInt(SizeCommand::lines).sum();
        List<BundleFigures> bundles = report.bundles().stream()
                .sorted(Comparator.comparingLong((BundleFigures bundle) -> bundle.code().machineCodeBytes()).reversed())
                .toList();
        System.out.printf("%-34s %-9s %12s %7s %8s%n", "bundle", "version", "code bytes", "share", "lines");
        for (BundleFigures bundle : bundles) {
            long bytes = bundle.code().machineCodeBytes();
            System.out.printf(Locale.ROOT, "%-34s %-9s %,12d %6.1f%% %,8d%n", bundle.name(), bundle.version(), bytes,
                    code == 0 ? 0.0 : 100.0 * bytes / code, lines(bundle));
        }
        System.out.printf(Locale.ROOT, "%-34s %-9s %,12d %7s %,8d%n", "all machine code", "", code, "", lines);
        System.out.printf(Locale.ROOT, "%-34s %-9s %,12d%n", "image, data and debug lines included", "", report.imageBytes());
        return ExitCode.OK;
    }

    private static int lines(BundleFigures bundle) {
        return bundle.code().sourceLines() + bundle.code().assemblyLines();
    }
}
