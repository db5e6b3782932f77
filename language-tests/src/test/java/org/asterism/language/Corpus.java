package org.asterism.language;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.BatchOutput;
import org.asterism.language.bytecode.DiamondProgram;
import org.asterism.language.bytecode.NamesProgram;
import org.asterism.language.bytecode.OddProgram;
import org.asterism.language.programs.ArithmeticProgram;
import org.asterism.language.programs.CollectionsProgram;
import org.asterism.language.programs.ExceptionsProgram;
import org.asterism.language.programs.HelloProgram;
import org.asterism.language.programs.IndicesProgram;
import org.asterism.language.programs.LanguageProgram;
import org.asterism.language.programs.StreamsProgram;
import org.asterism.language.programs.TracesProgram;
import org.asterism.language.random.GeneratedPrograms;

/** The corpus and larger programs as one batch, and the memory that its programs get on each machine: enough for all but those that ask for more than there is. */
public final class Corpus {
    /** What a Linux process gets. */
    static final Map<String, String> PROCESS_LIMITS = Map.of("ASTERISM_HEAP_LIMIT", "67108864");
    /** What a bare machine gets. */
    static final int MACHINE_MEGABYTES = 96;

    private static final String PACKAGE = "org.asterism.language.corpus";
    private static final Class<?>[] LARGER = {HelloProgram.class, ArithmeticProgram.class, ExceptionsProgram.class, LanguageProgram.class,
        CollectionsProgram.class, IndicesProgram.class, StreamsProgram.class, TracesProgram.class};

    private Corpus() {}

    /** The folder of the corpus' class files. */
    public static Path classes() throws IOException {
        return Batch.ofPackage("corpus", "full", PACKAGE).classes().resolve(PACKAGE.replace('.', '/'));
    }

    /** Every program of the corpus, the larger programs, and those of odd instructions, interfaces and names. */
    static Batch batch() throws IOException {
        Path folder = Path.of("target", "odd").toAbsolutePath();
        return withOddPrograms(new Batch("corpus", written(), folder, "full"));
    }

    /**
     * The same and random programs.
     *
     * @param name of the batch
     * @param others of this module that are added, too
     * @param seed decides what is added
     * @param count how many programs are added
     */
    static Batch withRandomPrograms(String name, List<String> others, long seed, int count) throws IOException {
        List<String> programs = Stream.concat(written().stream(), others.stream()).toList();
        return withOddPrograms(GeneratedPrograms.addedTo(new Batch(name, programs, classes(), "full"), seed, count));
    }

    private static List<String> written() throws IOException {
        Batch small = Batch.ofPackage("corpus", "full", PACKAGE);
        return Stream.concat(small.programs().stream(), Stream.of(LARGER).map(Class::getName)).toList();
    }

    /** Adds programs that are no Java to the folder of a batch, and to the end of its programs. */
    private static Batch withOddPrograms(Batch batch) throws IOException {
        OddProgram.write(batch.classes());
        DiamondProgram.write(batch.classes());
        NamesProgram.write(batch.classes());
        List<String> programs = Stream.concat(batch.programs().stream(), Stream.of(OddProgram.NAME, DiamondProgram.NAME, NamesProgram.NAME)).toList();
        return new Batch(batch.name(), programs, batch.classes(), batch.profile());
    }

    static BatchOutput onHotSpot(Batch batch) throws IOException {
        return batch.onHotSpot("-Xmx64m", "-Xss1m");
    }
}
