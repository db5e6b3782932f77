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
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.UnresolvedReferenceException;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Where bundles enter {@code java.base} on their way to a native method of it: the members that they have to do without. Known are those that lead there
 * by calls of one target each; a call of many says little about who meant which.
 */
final class NativeEntries {
    private final Closure closure;
    private final Map<JavaMethod, Set<JavaMethod>> callers = new HashMap<>();

    NativeEntries(Closure closure, CallResolver calls) {
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
            }
        } catch (UnresolvedReferenceException e) {
            return; // refused for itself
        }
    }

    /**
     * The members that bundles call, each with a path that ends before the native method; empty if none is known.
     *
     * @param target a native method of {@code java.base}
     */
    Map<JavaMethod, List<JavaMethod>> of(JavaMethod target) {
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
