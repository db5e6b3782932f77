package org.asterism.aot.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.UnresolvedReferenceException;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Ways through {@code java.base}, from members that bundles call to methods that are not linked. Known are those by calls of one target each; a call of many
 * says little about who meant which.
 */
final class LibraryPaths {
    private final Closure closure;
    private final Map<JavaMethod, Set<JavaMethod>> callers = new HashMap<>();
    private final Map<JavaMethod, Set<JavaMethod>> callees = new HashMap<>();

    LibraryPaths(Closure closure, CallResolver calls) {
        this.closure = closure;
        for (JavaMethod method : closure.callers.keySet()) {
            MethodFlow flow = closure.flow(method);
            if (flow != null) {
                method.node().instructions.forEach(instruction -> {
                    if (instruction instanceof MethodInsnNode call && flow.isReached(call)) {
                        addCall(method, call, flow.before(call), calls);
                    }
                });
            }
        }
    }

    private void addCall(JavaMethod method, MethodInsnNode call, Frame frame, CallResolver calls) {
        try {
            Call resolved = calls.resolve(method, call, frame);
            if (resolved.kind() == Call.Kind.DIRECT) {
                callers.computeIfAbsent(resolved.target(), key -> new LinkedHashSet<>()).add(method);
                callees.computeIfAbsent(method, key -> new LinkedHashSet<>()).add(resolved.target());
            }
        } catch (UnresolvedReferenceException e) {
            return; // refused for itself
        }
    }

    /**
     * The members that bundles call on their way to a method, each with a path from a root that ends before it; empty if none is known.
     *
     * @param target of {@code java.base}
     */
    Map<JavaMethod, List<JavaMethod>> entriesTo(JavaMethod target) {
        Map<JavaMethod, List<JavaMethod>> entries = new LinkedHashMap<>();
        List<JavaMethod> shortest = closure.path(target);
        addEntry(entries, shortest.subList(0, shortest.size() - 1), List.of(target));
        Map<JavaMethod, List<JavaMethod>> below = new HashMap<>(Map.of(target, List.of(target)));
        Deque<JavaMethod> pending = new ArrayDeque<>(List.of(target));
        while (!pending.isEmpty()) {
            JavaMethod called = pending.remove();
            for (JavaMethod caller : callers.getOrDefault(called, Set.of())) {
                if (!caller.owner().bundle().isJavaBase()) {
                    addEntry(entries, closure.path(caller), below.get(called));
                } else if (!below.containsKey(caller)) {
                    List<JavaMethod> path = new ArrayList<>(List.of(caller));
                    path.addAll(below.get(called));
                    below.put(caller, path);
                    pending.add(caller);
                }
            }
        }
        return entries;
    }

    /** The shortest path from a member to a method of some kind, both included; empty if there is none. */
    List<JavaMethod> path(JavaMethod member, Predicate<JavaMethod> wanted) {
        Map<JavaMethod, JavaMethod> before = new HashMap<>();
        before.put(member, null);
        Deque<JavaMethod> pending = new ArrayDeque<>(List.of(member));
        while (!pending.isEmpty()) {
            JavaMethod each = pending.remove();
            if (wanted.test(each)) {
                Deque<JavaMethod> path = new ArrayDeque<>();
                for (JavaMethod step = each; step != null; step = before.get(step)) {
                    path.push(step);
                }
                return List.copyOf(path);
            }
            for (JavaMethod called : callees.getOrDefault(each, Set.of())) {
                if (called.owner().bundle().isJavaBase() && !before.containsKey(called)) {
                    before.put(called, each);
                    pending.add(called);
                }
            }
        }
        return List.of();
    }

    /** Adds the member after the last method of a bundle, unless it is known, or no bundle is on the path. */
    private static void addEntry(Map<JavaMethod, List<JavaMethod>> entries, List<JavaMethod> above, List<JavaMethod> below) {
        List<JavaMethod> path = new ArrayList<>(above);
        path.addAll(below);
        for (int i = path.size() - 2; i >= 0; i--) {
            if (!path.get(i).owner().bundle().isJavaBase()) {
                entries.putIfAbsent(path.get(i + 1), path.subList(0, path.size() - 1));
                return;
            }
        }
    }
}
