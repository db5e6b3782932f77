package org.asterism.aot.effect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.asterism.aot.Offender;
import org.asterism.aot.optimize.CallGraph;
import org.asterism.aot.reach.Closure;
import org.asterism.aot.world.Annotations;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.World;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * Proves what the methods of an image state about themselves, or names every operation that stands against it with the path that leads
 * there.
 */
public final class EffectProof {
    private static final String SLOW_PATH = Statement.PACKAGE + "SlowPath";

    private final EffectGraph graph;
    private final List<Offender> offenders = new ArrayList<>();
    private final Set<String> slowPaths = new TreeSet<>();
    private int proved;

    private EffectProof(EffectGraph graph) {
        this.graph = graph;
    }

    /** Proves every statement of a closure, and that the mandatory roots are there and make theirs. */
    public static EffectProof apply(World world, Closure closure, CallGraph calls) {
        EffectProof proof = new EffectProof(new EffectGraph(closure, calls));
        proof.offenders.addAll(MandatoryRoots.builtIn().missing(world, closure.methods()));
        for (JavaMethod method : closure.methods()) {
            for (Statement statement : Statement.values()) {
                if (statement.isMadeBy(method)) {
                    proof.prove(method, statement);
                    proof.proved++;
                }
            }
        }
        return proof;
    }

    /** One for each operation that stands against a statement. */
    public List<Offender> offenders() {
        return offenders;
    }

    /** How many statements hold. */
    public int proved() {
        return proved;
    }

    /** The methods, each with its reason, by which fast paths of this image may make objects, in order. */
    public List<String> slowPaths() {
        return List.copyOf(slowPaths);
    }

    private void prove(JavaMethod root, Statement statement) {
        Map<JavaMethod, JavaMethod> callers = new LinkedHashMap<>();
        Deque<JavaMethod> pending = new ArrayDeque<>(List.of(root));
        callers.put(root, null);
        while (!pending.isEmpty()) {
            JavaMethod method = pending.poll();
            if (method != root && statement.followsFromThoseOf(method)) {
                continue; // proved by itself
            }
            AnnotationNode slow = statement.slowPathsAllowed() ? method.annotation(SLOW_PATH) : null;
            if (slow != null) {
                slowPaths.add(method + "\t" + Annotations.value(slow, "value"));
                continue;
            }
            EffectGraph.Body body = graph.body(method);
            Site offending = body.sites().stream().filter(site -> statement.forbidden().contains(site.effect())).findFirst().orElse(null);
            if (offending != null) {
                offend(root, statement, offending, method, callers);
            }
            for (JavaMethod callee : body.callees()) {
                // what an operation calls inside java.base belongs to the operation
                boolean told = offending != null && callee.owner().bundle().isJavaBase();
                if (!told && !callers.containsKey(callee)) {
                    callers.put(callee, method);
                    pending.add(callee);
                }
            }
        }
    }

    private void offend(JavaMethod root, Statement statement, Site site, JavaMethod method, Map<JavaMethod, JavaMethod> callers) {
        List<String> path = new ArrayList<>();
        String bundle = root.owner().bundle().name();
        for (JavaMethod each = method; each != null; each = callers.get(each)) {
            path.add(0, each.toString());
        }
        String where = method.owner().bundle().name() + ": " + method + (site.line() > 0 ? " line " + site.line() : "");
        offenders.add(new Offender(bundle, root.toString(), "states " + statement + " but " + site.effect().verb() + ": "
                + site.operation() + " (in bundle " + where + ")", remedy(statement), path));
    }

    private static String remedy(Statement statement) {
        return switch (statement) {
            case FAST_PATH -> "make what is needed beforehand and keep it, or move it to a method that is declared @SlowPath with its reason";
            case NO_ALLOCATION -> "make what is needed beforehand and keep it";
            case NO_BLOCKING -> "wake a task that waits in its place";
            case INTERRUPT_SAFE -> "leave the work to a task that the interrupt wakes";
        };
    }
}
