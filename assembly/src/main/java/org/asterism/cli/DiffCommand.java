package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.link.ImageRecord;
import org.asterism.assembly.link.KernelLock;
import org.asterism.assembly.link.LockDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code asterism diff}: how two locks differ. */
@Command(
        name = "diff",
        description = "Compares two locks: bundles added, removed and changed, tools, flags. Exits with 1 if they differ, as diff does.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A.lock", description = "the old lock, or an image that carries one")
    private Path before;

    @Parameters(index = "1", paramLabel = "B.lock", description = "the new one")
    private Path after;

    @Override
    public Integer call() throws RefusedException, IOException {
        List<String> lines = LockDifference.between(lock(before), lock(after));
        lines.forEach(System.out::println);
        return lines.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }

    private static List<String> lock(Path file) throws RefusedException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(file + ": no such lock; asterism resolve and asterism assemble write them");
        }
        if (KernelArgument.isImage(file)) {
            return ImageRecord.read(file).lock();
        }
        List<String> lines = KernelLock.read(file);
        if (lines.stream().noneMatch(line -> line.startsWith("bundle "))) {
            throw new RefusedException(file + ": names no bundle, so it is no kernel.lock");
        }
        return lines;
    }
}
