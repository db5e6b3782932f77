package org.asterism.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.asterism.aot.stack.StackBound;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.link.ImageCompiler;
import org.asterism.assembly.link.KernelReport;
import org.asterism.assembly.link.KernelReport.BundleFigures;
import org.asterism.assembly.link.KernelReport.Tier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asterism inspect}: what a kernel is made of, why, and what each part costs. */
@Command(
        name = "inspect",
        description = "Shows the bundles of a kernel, why each is there, its code, the privileged share, and the system calls.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class InspectCommand implements Callable<Integer> {
    private static final int LISTED_NEEDS = 2;
    private static final int LISTED_FRAMES = 6;

    @Parameters(paramLabel = "FILE", arity = "0..1",
            description = "an assembled image, or a descriptor, which is assembled if need be (default: kernel.bndrun of the checkout)")
    private Path file;

    @Mixin
    private KernelArgument kernel = new KernelArgument();

    @Option(names = "--tcb", description = "the trusted computing base only")
    private boolean tcbOnly;

    @Override
    public Integer call() throws RefusedException, IOException {
        KernelReport report = kernel.report(file);
        PrintStream out = System.out;
        if (!tcbOnly) {
            bundles(out, report);
        }
        tcb(out, report);
        if (!tcbOnly) {
            proofs(out, report.proofs());
            syscalls(out, report);
        }
        return ExitCode.OK;
    }

    private static void bundles(PrintStream out, KernelReport report) {
        out.printf(Locale.ROOT, "image %,d bytes%n%n", report.imageBytes());
        out.printf("%-34s %-9s %-11s %10s %12s %8s %8s%n", "bundle", "version", "trust", "functions", "code bytes", "lines", ".S lines");
        for (BundleFigures bundle : report.bundles()) {
            out.printf(Locale.ROOT, "%-34s %-9s %-11s %,10d %,12d %,8d %,8d%n", bundle.name(), bundle.version(),
                    bundle.tier().name().toLowerCase(Locale.ROOT).replace('_', ' '), bundle.code().functions(), bundle.code().machineCodeBytes(),
                    bundle.code().sourceLines(), bundle.code().assemblyLines());
            bundle.reasons().forEach(reason -> out.println("    because " + shortened(reason)));
        }
        out.println();
    }

    /** A requirer that takes many packages is told with their number. */
    private static String shortened(String reason) {
        String[] needs = reason.split(", (?=package |service |bundle )");
        return needs.length <= LISTED_NEEDS ? reason : needs[0] + " and " + (needs.length - 1) + " more";
    }

    private static void tcb(PrintStream out, KernelReport report) {
        int privileged = lines(report, Tier.PRIVILEGED);
        int safe = lines(report, Tier.SAFE);
        int dma = lines(report, Tier.DMA_TRUSTED);
        int all = privileged + safe + dma;
        out.println("trusted computing base, in distinct source lines linked into the image");
        out.printf(Locale.ROOT, "  privileged   %,8d  of which %,d lines of assembly%n", privileged,
                report.bundles().stream().filter(bundle -> bundle.tier() == Tier.PRIVILEGED).mapToInt(b -> b.code().assemblyLines()).sum());
        out.printf(Locale.ROOT, "  safe         %,8d%n", safe + dma);
        out.printf(Locale.ROOT, "  privileged share %.1f %%%n", all == 0 ? 0.0 : 100.0 * privileged / all);
        out.printf(Locale.ROOT, "  beside it: java.base %,d lines, generated wiring %,d lines%n", lines(report, Tier.PLATFORM), lines(report, Tier.GENERATED));
        String trusted = report.bundles().stream().filter(bundle -> bundle.tier() == Tier.DMA_TRUSTED).map(BundleFigures::name).collect(Collectors.joining(", "));
        if (trusted.isEmpty()) {
            out.printf("  trusted for DMA: no bundle%n%n");
        } else {
            out.printf(Locale.ROOT, "  trusted for DMA: %s, %,d lines; with them %.1f %% are to be trusted%n%n", trusted, dma, 100.0 * (privileged + dma) / all);
        }
    }

    private static int lines(KernelReport report, Tier tier) {
        return report.bundles().stream()
                .filter(bundle -> bundle.tier() == tier)
                .mapToInt(bundle -> bundle.code().sourceLines() + bundle.code().assemblyLines())
                .sum();
    }

    private static void proofs(PrintStream out, ImageCompiler.Proofs proofs) {
        out.println(proofs.statements() + " statements about effects are proved; fast paths may make objects in " + proofs.slowPaths().size() + " methods");
        for (String slowPath : proofs.slowPaths()) {
            String[] fields = slowPath.split("\t");
            out.println("  " + fields[0].replaceFirst("\\(.*", "") + ": " + fields[1]);
        }
        out.println();
        out.println(proofs.stacks().isEmpty() ? "no bound of stacks is proved on this architecture" : "stacks, and what they hold at most");
        for (ImageCompiler.StackFigures stack : proofs.stacks()) {
            out.printf(Locale.ROOT, "  %-34s %6d of %6d bytes%n", stack.name(), stack.bound(), stack.bytes());
            StackBound.largest(stack.path(), LISTED_FRAMES).forEach(frame -> out.println("    " + frame));
        }
        out.println();
    }

    private static void syscalls(PrintStream out, KernelReport report) {
        out.println(report.syscalls().size() + " system calls");
        for (KernelReport.SyscallLine call : report.syscalls()) {
            out.printf("  %4d %-24s %s%s%n", call.number(), call.name(), call.component(),
                    call.partial().isEmpty() ? "" : "  (partial: " + call.partial() + ")");
        }
        out.println();
        out.println(report.components().size() + " components, in construction order");
        report.components().forEach(component -> out.println("  " + component));
    }
}
