package org.asterism.language;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.BatchOutput;
import org.asterism.language.bytecode.OddProgram;

/** The corpus as one batch, and the memory that its programs get on each machine: enough for all but those that ask for more than there is. */
public final class Corpus {
    /** What a Linux process gets. */
    static final Map<String, String> PROCESS_LIMITS = Map.of("ASTERISM_HEAP_LIMIT", "67108864");
    /** What a bare machine gets. */
    static final int MACHINE_MEGABYTES = 96;

    private static final String PACKAGE = "org.asterism.language.corpus";

    private Corpus() {}

    /** The folder of the corpus' class files. */
    public static Path classes() throws IOException {
        return Batch.ofPackage("corpus", "full", PACKAGE).classes().resolve(PACKAGE.replace('.', '/'));
    }

    /** Every program of the corpus, and the one of odd instructions. */
    static Batch batch() throws IOException {
        Batch written = Batch.ofPackage("corpus", "full", PACKAGE);
        Path folder = Path.of("target", "odd").toAbsolutePath();
        OddProgram.write(folder);
        List<String> programs = Stream.concat(written.programs().stream(), Stream.of(OddProgram.NAME)).toList();
        return new Batch(written.name(), programs, folder, written.profile());
    }

    static BatchOutput onHotSpot(Batch batch) throws IOException {
        return batch.onHotSpot("-Xmx64m", "-Xss1m");
    }
}
