package org.asterism.assembly.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a kernel is made of. Kept beside the image as text, one record a line with tabs between fields.
 *
 * @param imageBytes size of the ELF file
 * @param bundles the bundles, {@code java.base} and the generated one included
 * @param syscalls the system calls provided, by number
 * @param components names of the components in construction order
 * @param proofs what the compiler proved
 */
public record KernelReport(long imageBytes, List<BundleFigures> bundles, List<SyscallLine> syscalls, List<String> components,
        ImageCompiler.Proofs proofs) {
    private static final String TAB = "\t";

    /**
     * One bundle of an image.
     *
     * @param name symbolic name
     * @param version bundle version; that of the JDK for {@code java.base}
     * @param tier how far it is trusted
     * @param code what it costs
     * @param reasons why it is in the kernel, one line each
     */
    public record BundleFigures(String name, String version, Tier tier, ImageCompiler.CodeFigures code, List<String> reasons) {}

    /** How far code is trusted. */
    public enum Tier {
        /** May break memory safety; must be reviewed. */
        PRIVILEGED,
        /** Cannot break memory safety: verified bytecode against the safe API. */
        SAFE,
        /** As safe, but granted DMA: no IOMMU confines its device, which overwrites anything if it is told to. Must be reviewed for what it tells. */
        DMA_TRUSTED,
        /** The JDK's classes, compiled as they are but for OSTD's substitutions. */
        PLATFORM,
        /** Written by the assembler: component wiring and the system call switch. */
        GENERATED
    }

    /**
     * One system call of an image.
     *
     * @param number on the image's architecture
     * @param name as in syscalls(2)
     * @param component who handles it
     * @param partial what is missing, empty for nothing
     */
    public record SyscallLine(int number, String name, String component, String partial) {}

    /**
     * This report without the reasons, which go by the descriptor: equal locks may come from descriptors that ask for more or less.
     *
     * @return all else equal
     */
    KernelReport withoutReasons() {
        return new KernelReport(imageBytes, bundles.stream()
                .map(bundle -> new BundleFigures(bundle.name(), bundle.version(), bundle.tier(), bundle.code(), List.of()))
                .toList(), syscalls, components, proofs);
    }

    /**
     * The report as text.
     *
     * @return lines, without the size
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (BundleFigures bundle : bundles) {
            ImageCompiler.CodeFigures code = bundle.code();
            lines.add(String.join(TAB, "bundle", bundle.name(), bundle.version(), bundle.tier().name(),
                    String.valueOf(code.functions()), String.valueOf(code.machineCodeBytes()),
                    String.valueOf(code.sourceLines()), String.valueOf(code.assemblyLines())));
            bundle.reasons().forEach(reason -> lines.add("why" + TAB + reason));
        }
        syscalls.forEach(call -> lines.add(
                String.join(TAB, "syscall", String.valueOf(call.number()), call.name(), call.component(), call.partial())));
        components.forEach(component -> lines.add("component" + TAB + component));
        lines.add("statements" + TAB + proofs.statements());
        proofs.slowPaths().forEach(path -> lines.add("slow" + TAB + path));
        for (ImageCompiler.StackFigures stack : proofs.stacks()) {
            lines.add(String.join(TAB, "stack", stack.name(), String.valueOf(stack.bytes()), String.valueOf(stack.bound())));
            stack.path().forEach(frame -> lines.add("frame" + TAB + frame));
        }
        return lines;
    }

    /**
     * Reads the text back.
     *
     * @param lines as {@link #lines} made them
     * @param imageBytes size of the image
     * @return else an equal report
     * @throws IllegalArgumentException if a line is of no known kind
     */
    public static KernelReport parse(List<String> lines, long imageBytes) {
        List<BundleFigures> bundles = new ArrayList<>();
        List<SyscallLine> syscalls = new ArrayList<>();
        List<String> components = new ArrayList<>();
        int statements = 0;
        List<String> slowPaths = new ArrayList<>();
        List<ImageCompiler.StackFigures> stacks = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split(TAB, -1);
            switch (fields[0]) {
                case "bundle" -> bundles.add(bundle(fields));
                case "why" -> bundles.get(bundles.size() - 1).reasons().add(fields[1]);
                case "syscall" -> syscalls.add(new SyscallLine(Integer.parseInt(fields[1]), fields[2], fields[3], fields[4]));
                case "component" -> components.add(fields[1]);
                case "statements" -> statements = Integer.parseInt(fields[1]);
                case "slow" -> slowPaths.add(fields[1] + TAB + fields[2]);
                case "stack" -> stacks.add(new ImageCompiler.StackFigures(fields[1], Integer.parseInt(fields[2]),
                        Integer.parseInt(fields[3]), new ArrayList<>()));
                case "frame" -> stacks.get(stacks.size() - 1).path().add(fields[1]);
                default -> throw new IllegalArgumentException("not a line of a kernel report: " + Arrays.toString(fields));
            }
        }
        return new KernelReport(imageBytes, bundles, syscalls, components, new ImageCompiler.Proofs(statements, slowPaths, stacks));
    }

    private static BundleFigures bundle(String[] fields) {
        ImageCompiler.CodeFigures code = new ImageCompiler.CodeFigures(Integer.parseInt(fields[4]), Long.parseLong(fields[5]),
                Integer.parseInt(fields[6]), Integer.parseInt(fields[7]));
        return new BundleFigures(fields[1], fields[2], Tier.valueOf(fields[3]), code, new ArrayList<>());
    }
}
