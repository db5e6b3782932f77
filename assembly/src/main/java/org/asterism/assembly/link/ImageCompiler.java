package org.asterism.assembly.link;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.asterism.assembly.Progress;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.wire.Wiring;

/** Compiles bundles into an image. */
@FunctionalInterface
public interface ImageCompiler {
    /**
     * Compiles and links.
     *
     * @param resolution the chosen, verified bundles
     * @param wiring the generated bundle
     * @param folder an empty folder for the image and everything on the way to it
     * @param objects folder of object files kept between assemblies
     * @param progress told about long steps
     * @return the image and its figures
     * @throws RefusedException with one line for everything that cannot be linked
     * @throws IOException if a file cannot be read or written, or a tool cannot be started
     */
    Output compile(Resolution resolution, Wiring wiring, Path folder, Path objects, Progress progress)
            throws RefusedException, IOException;

    /**
     * The flags that decide an image's bytes, known before it is compiled.
     *
     * @param architecture value of the kernel's {@code ostd.arch}
     * @return compiler flags, then linker flags; none of a compiler that has none
     * @throws RefusedException if the architecture cannot be compiled for
     */
    default List<String> flags(String architecture) throws RefusedException {
        return List.of();
    }

    /**
     * Finds out what would reach methods if everything could be linked.
     *
     * @param resolution the chosen, verified bundles
     * @param wiring the generated bundle
     * @param folder an empty folder for everything on the way
     * @return what a compiler that looks no further than its input finds: nothing
     * @throws RefusedException if the bundles cannot be looked at
     * @throws IOException if a file cannot be read or written
     */
    default Reached reach(Resolution resolution, Wiring wiring, Path folder) throws RefusedException, IOException {
        return new Reached(Map.of(), Map.of());
    }

    /**
     * What an image would hold.
     *
     * @param paths by method, {@code package.Class.name(descriptor)}, the shortest chain of callers, itself included
     * @param offenders by the method that holds the offence, the line of each thing that cannot be linked
     */
    record Reached(Map<String, List<String>> paths, Map<String, List<String>> offenders) {}

    /**
     * A linked image.
     *
     * @param image the ELF file, inside the folder given
     * @param code figures by symbolic name; {@code java.base} and the generated bundle included
     * @param summary one line for people: functions, units compiled, bytes
     * @param proofs what the compiler proved
     */
    record Output(Path image, Map<String, CodeFigures> code, String summary, Proofs proofs) {}

    /**
     * What was proved of an image.
     *
     * @param statements how many statements about effects hold
     * @param slowPaths methods, each with a tab and its reason, by which fast paths may make objects
     * @param stacks the kernel's stacks
     */
    record Proofs(int statements, List<String> slowPaths, List<StackFigures> stacks) {
        /** Nothing was proved. */
        public static final Proofs NONE = new Proofs(0, List.of(), List.of());
    }

    /**
     * A stack of the kernel.
     *
     * @param name what runs on it
     * @param bytes its room
     * @param bound how much of it is used at most, interrupts included
     * @param path the frames on the deepest way, each with its bytes
     */
    record StackFigures(String name, int bytes, int bound, List<String> path) {}

    /**
     * What one bundle costs in an image.
     *
     * @param functions functions linked
     * @param machineCodeBytes bytes of machine code
     * @param sourceLines distinct source lines that machine code was made of
     * @param assemblyLines lines of assembly, blank lines and comments left out
     */
    record CodeFigures(int functions, long machineCodeBytes, int sourceLines, int assemblyLines) {}
}
