package org.asterism.aot.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.asterism.aot.Offender;
import org.asterism.aot.build.AssemblyFrames;
import org.asterism.aot.build.FrameSizes;
import org.asterism.aot.emit.Image;
import org.asterism.aot.optimize.CallGraph;
import org.asterism.aot.reach.RuntimeEntry;
import org.asterism.aot.world.Annotations;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * Proves for every {@code @StackRoot} of an image that its stack is large enough: from the root to the first comparisons with the limit, and
 * from each comparison, within the reserve, to the next; interrupts on top of both. A bug inside an interrupt ends the kernel, and may find
 * the guard page while it does.
 */
public final class StackBound {
    private static final int SHOWN_FRAMES = 24;
    private static final String ROOT = Annotations.PACKAGE + "StackRoot";
    private static final String BOUNDED = "org/asterism/ostd/effect/BoundedRecursion";
    private static final String FRAMEWORK_API = "org.asterism.ostd.api";
    private static final String PREEMPTION_OFF = Annotations.PACKAGE + "PreemptionOff";
    private static final String PREEMPTION_ON = Annotations.PACKAGE + "PreemptionOn";
    private static final String RESERVE = "org/asterism/ostd/runtime/StackReserve";

    private final Image image;
    private final AssemblyFrames assembly;
    private final Calls calls;
    private final Map<String, JavaMethod> exported;
    private final Depth depth;
    private final List<Root> roots;
    private final List<JavaMethod> reserve;
    private final List<Offender> offenders = new ArrayList<>();
    private final List<Stack> stacks = new ArrayList<>();
    private FrameSizes frames;

    /**
     * A stack and what it must hold at most.
     *
     * @param name what runs on it
     * @param bytes its room
     * @param bound bytes that are used at most, interrupts included
     * @param path the frames on the deepest way, each with its bytes
     */
    public record Stack(String name, int bytes, int bound, List<String> path) {
    }

    private record Root(String symbol, JavaMethod method, String name, int bytes, int reserve, int entry, boolean onTop) {
    }

    /**
     * Looks at who calls whom in an image; what comes of it is for {@link #prove}.
     *
     * @param exported the methods that assembly calls, by symbol
     * @param program  the program of the image
     * @param assembly what the assembly of the image takes of the stack, and calls
     */
    public StackBound(Image image, CallGraph graph, Map<String, JavaMethod> exported, JavaMethod program, AssemblyFrames assembly) {
        this.image = image;
        this.assembly = assembly;
        this.exported = exported;
        this.calls = new Calls(image, graph, exported, program, assembly);
        this.reserve = image.closure().methods().stream()
                .filter(method -> method.owner().name().equals(RESERVE) && method.name().equals("open")).toList();
        this.depth = new Depth(calls::of, this::frame, new ImageRules());
        this.roots = roots();
        if (!roots.isEmpty()) {
            image.closure().methods().forEach(calls::of);
        }
    }

    /** What does not fit, and cycles of calls that nothing bounds. */
    public List<Offender> offenders() {
        return offenders;
    }

    /** The stacks of the image. */
    public List<Stack> stacks() {
        return stacks;
    }

    private int frame(JavaMethod method) {
        return frames.bytes(image.names().method(method)) + calls.assemblyBytes(method);
    }

    /** Bounds every stack, given the frames of all functions. */
    public void prove(FrameSizes found) {
        frames = found;
        if (roots.isEmpty()) {
            return;
        }
        checkFrames();
        List<Chain> above = new ArrayList<>();
        int onTop = 0;
        for (Root root : roots) {
            if (root.onTop()) {
                Chain chain = depth.withoutBugs(root.method());
                above.add(chain);
                onTop += entry(root) + chain.bytes();
            }
        }
        // the program is called once, before anything compares
        Set<JavaMethod> bottom = image.closure().methods().stream().filter(calls::isProgram).collect(Collectors.toSet());
        Chain afterCheck = image.effects().recursive().stream().map(method -> depth.after(method, bottom))
                .max(Comparator.comparingInt(StackBound::bytesBelow)).orElse(null);
        for (Root root : roots) {
            check(root, afterCheck, root.onTop() ? 0 : onTop, above);
        }
        for (List<JavaMethod> cycle : depth.cycles()) {
            JavaMethod first = cycle.get(0);
            offenders.add(new Offender(first.owner().bundle().name(), first.toString(),
                    "is on a cycle of calls that never compares the stack pointer with its limit",
                    "break the cycle, or leave it to a task: what interrupts put off compares nothing; privileged code may state its @BoundedRecursion",
                    cycle.stream().map(JavaMethod::toString).toList()));
        }
    }

    private void checkFrames() {
        for (JavaMethod method : image.closure().methods()) {
            int bytes = frames.bytes(image.names().method(method));
            if (bytes > image.target().largestFrame()) {
                offenders.add(new Offender(method.owner().bundle().name(), method.toString(), "has a stack frame of " + bytes + " bytes; "
                        + image.target().largestFrame() + " are allowed", "divide the method", List.of(method.toString())));
            }
        }
    }

    private void check(Root root, Chain afterCheck, int onTop, List<Chain> above) {
        Chain chain = root.onTop() ? depth.withoutBugs(root.method()) : depth.from(root.method());
        int direct = entry(root) + chain.bytes() + onTop;
        List<String> path = new ArrayList<>(chain.lines());
        Chain deepest = chain;
        int bound = direct;
        if (root.reserve() > 0 && afterCheck != null) {
            int recursive = root.bytes() - root.reserve() + bytesBelow(afterCheck) + onTop;
            if (recursive > bound) {
                bound = recursive;
                deepest = afterCheck;
                path = new ArrayList<>(List.of(root.bytes() - root.reserve() + " down to the limit that "
                        + afterCheck.method() + " compares with"));
                path.addAll(afterCheck.lines().subList(1, afterCheck.lines().size()));
            }
        }
        for (Chain each : root.onTop() ? List.<Chain>of() : above) {
            path.add("on top of it:");
            path.addAll(each.lines());
        }
        stacks.add(new Stack(root.name(), root.bytes(), bound, path));
        if (bound > root.bytes()) {
            offenders.add(new Offender(deepest.largestBundle().name(), root.method().toString(), "may need " + bound
                    + " bytes of the stack of " + root.bytes() + " bytes (" + root.name() + "), most of them for this bundle",
                    "shorten the path, or its largest frames", largest(path, SHOWN_FRAMES)));
        }
    }

    /**
     * A way in short.
     *
     * @param path its frames, each with its bytes
     * @param count how many to show
     * @return the largest in their order, and how many there are
     */
    public static List<String> largest(List<String> path, int count) {
        List<Integer> shown = IntStream.range(0, path.size()).boxed()
                .sorted(Comparator.comparingInt((Integer i) -> bytes(path.get(i))).reversed()).limit(count).sorted().toList();
        List<String> lines = new ArrayList<>(shown.stream().map(path::get).toList());
        lines.add("… " + path.size() + " frames in all");
        return lines;
    }

    private static int bytes(String line) {
        String bytes = line.split(" ")[0];
        return bytes.matches("\\d+") ? Integer.parseInt(bytes) : 0;
    }

    /** What comes after a method's comparison with the limit, which its own frame does not count for. */
    private static int bytesBelow(Chain checked) {
        return checked.bytes() - checked.frame();
    }

    /** What lies on the stack before the method's own frame: pushed by the processor, by the assembly that calls it, by its C entry. */
    private int entry(Root root) {
        return root.entry() + assembly.bytesOfCallers(root.symbol()) + frames.bytes(root.symbol());
    }

    private List<Root> roots() {
        List<Root> roots = new ArrayList<>();
        for (JavaMethod method : image.closure().methods()) {
            AnnotationNode root = method.annotation(ROOT);
            if (root != null) {
                String symbol = exported.entrySet().stream().filter(entry -> entry.getValue() == method).map(Map.Entry::getKey)
                        .findFirst().orElse("");
                roots.add(new Root(symbol, method, (String) Annotations.value(root, "value"), number(root, "bytes"), number(root, "reserve"),
                        number(root, "entry"), Boolean.TRUE.equals(Annotations.value(root, "onTop"))));
            }
        }
        return roots;
    }

    private static int number(AnnotationNode annotation, String element) {
        return Annotations.value(annotation, element) instanceof Integer number ? number : 0;
    }

    private final class ImageRules implements Depth.Rules {
        @Override
        public boolean isChecked(JavaMethod method) {
            return image.effects().recursive().contains(method);
        }

        @Override
        public boolean opensReserve(JavaMethod method) {
            return !Collections.disjoint(reserve, calls.of(method).usual());
        }

        @Override
        public boolean keepsPreemptionOff(JavaMethod method) {
            return method.owner().bundle().privileged() && method.annotation(PREEMPTION_OFF) != null;
        }

        @Override
        public boolean needsPreemption(JavaMethod method) {
            return method.owner().bundle().privileged() && method.annotation(PREEMPTION_ON) != null;
        }

        @Override
        public int mostOnStack(JavaMethod method) {
            if (calls.isProgram(method)) {
                return 1;
            }
            boolean trusted = method.owner().bundle().privileged() || method.owner().bundle().name().equals(FRAMEWORK_API);
            AnnotationNode bounded = trusted ? method.annotation(BOUNDED) : null;
            return bounded == null ? 0 : number(bounded, "times");
        }

        @Override
        public JavaMethod overflow() {
            return image.closure().runtime(RuntimeEntry.STACK_OVERFLOW);
        }
    }
}
