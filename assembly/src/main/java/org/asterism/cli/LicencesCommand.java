package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.initramfs.DefaultInitramfs;
import org.asterism.assembly.link.DebianSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code asterism licences}: what is in an image, under which licence, and where its source is. */
@Command(
        name = "licences",
        description = "Names the licence of each part of an image, and the source that goes with it. The image itself carries the answer.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LicencesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..1",
            description = "an assembled image, or a descriptor, which is assembled if need be (default: kernel.bndrun of the checkout)")
    private Path file;

    @Mixin
    private KernelArgument kernel = new KernelArgument();

    @Override
    public Integer call() throws RefusedException, IOException {
        List<String> licences = kernel.record(file).licences();
        licences.forEach(System.out::println);
        if (licences.stream().anyMatch(line -> line.startsWith("beside the image"))) {
            return ExitCode.OK;
        }
        System.out.println();
        System.out.println("beside the image, not in it: busybox, in the root file system that run makes when none is named: GPL-2.0-only");
        System.out.println("    source: " + DebianSource.of(DefaultInitramfs.BUSYBOX)
                .orElse("Debian source package busybox, in the version of the package busybox-static that is used"));
        return ExitCode.OK;
    }
}
