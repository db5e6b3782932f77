package org.asterism.aot;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.asterism.aot.stack.StackBound;

/**
 * What a compilation made.
 *
 * @param elf the image
 * @param bundles figures of each bundle, {@code java.base} first
 * @param cuts members outside the profile that {@code java.base} refers to; they throw if they are ever called
 * @param units the number of C and assembler files
 * @param unitsCompiled how many of them were not in the cache
 * @param proofs what was proved of the image
 * @param stageMillis wall-clock milliseconds of each stage in order
 */
public record CompilationResult(Path elf, List<BundleStatistics> bundles, List<String> cuts, int units, int unitsCompiled,
        Proofs proofs, Map<String, Long> stageMillis) {

    /**
     * What was proved of an image.
     *
     * @param statements how many statements about effects hold
     * @param slowPaths methods, each with a tab and its reason, by which fast paths may make objects
     * @param stacks the stacks, and how much of them is used at most
     */
    public record Proofs(int statements, List<String> slowPaths, List<StackBound.Stack> stacks) {
    }

    /**
     * The share of one bundle in an image.
     *
     * @param name the symbolic name
     * @param privileged whether it is part of the trusted base
     * @param functions the number of compiled methods
     * @param bytecodeBytes the bytes of bytecode they were compiled from
     * @param textBytes the bytes of machine code they became
     * @param linkedLines by binary class name, the number of distinct source lines with code in the image
     */
    public record BundleStatistics(String name, boolean privileged, int functions, long bytecodeBytes, long textBytes,
            Map<String, Integer> linkedLines) {
    }
}
