package org.asterism.aot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asterism.aot.build.SymbolSizes;
import org.asterism.aot.emit.Image;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.reach.Closure;
import org.asterism.aot.world.Bundle;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;

/** Collects the figures of a finished image. */
final class Report {
    private Report() {
    }

    static CompilationResult of(Image image, CompilationRequest request, int units, int compiled, CompilationResult.Proofs proofs,
            Map<String, Long> stageMillis) throws IOException {
        Map<String, Long> sizes = SymbolSizes.read(request.output());
        List<CompilationResult.BundleStatistics> bundles = new ArrayList<>();
        for (Bundle bundle : image.world().bundles()) {
            bundles.add(statistics(image, bundle, sizes));
        }
        return new CompilationResult(request.output(), bundles, cuts(image.closure()), units, compiled, proofs, Map.copyOf(stageMillis));
    }

    /** Every reached method and the shortest chain of callers from a root. */
    static Map<String, List<String>> reached(Closure closure) {
        Map<String, List<String>> reached = new TreeMap<>();
        for (JavaMethod method : closure.methods()) {
            reached.put(method.toString(), closure.path(method).stream().map(JavaMethod::toString).toList());
        }
        return reached;
    }

    /** The members that throw if they are ever called, each with its reason. */
    static List<String> cuts(Closure closure) {
        return closure.methods().stream().filter(method -> closure.cut(method) != null && closure.cut(method).isThrowing())
                .map(method -> method + ": " + closure.cut(method).reason()).sorted().toList();
    }

    private static CompilationResult.BundleStatistics statistics(Image image, Bundle bundle, Map<String, Long> sizes) {
        int functions = 0;
        long bytecode = 0;
        long text = 0;
        Map<JavaClass, Set<Integer>> lines = new java.util.HashMap<>();
        for (JavaMethod method : image.closure().methods()) {
            MethodFlow flow = image.closure().flow(method);
            if (method.owner().bundle() != bundle || flow == null) {
                continue;
            }
            functions++;
            bytecode += method.codeSize();
            text += sizes.getOrDefault(image.names().method(method), 0L);
            addLines(method, flow, lines.computeIfAbsent(method.owner(), key -> new TreeSet<>()));
        }
        Map<String, Integer> counts = new TreeMap<>();
        lines.forEach((type, numbers) -> {
            if (!numbers.isEmpty()) {
                counts.merge(type.binaryName(), numbers.size(), Integer::sum);
            }
        });
        return new CompilationResult.BundleStatistics(bundle.name(), bundle.privileged(), functions, bytecode, text, counts);
    }

    /** The lines that have at least one instruction on a feasible path. */
    private static void addLines(JavaMethod method, MethodFlow flow, Set<Integer> lines) {
        int line = 0;
        for (AbstractInsnNode instruction : method.node().instructions) {
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            } else if (instruction.getOpcode() >= 0 && line > 0 && flow.isReached(instruction)) {
                lines.add(line);
            }
        }
    }
}
