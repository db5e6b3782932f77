package org.asterism.aot.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.aot.world.Bundle;
import org.asterism.aot.world.JavaMethod;

/**
 * Frames on top of each other.
 *
 * @param method the first
 * @param frame bytes of its frame
 * @param times how often it lies there, with what follows up to the next method counted by itself
 * @param bytes of all
 * @param next what lies below, null for nothing
 */
record Chain(JavaMethod method, int frame, int times, int bytes, Chain next) {
    /** Frames of a method above others. */
    static Chain of(JavaMethod method, int frame, int times, Chain next) {
        return new Chain(method, frame, times, Math.addExact(Math.multiplyExact(frame, times), bytesOf(next)), next);
    }

    static int bytesOf(Chain chain) {
        return chain == null ? 0 : chain.bytes;
    }

    static Chain deeper(Chain one, Chain other) {
        return bytesOf(other) > bytesOf(one) ? other : one;
    }

    /** These frames, each as often as said, above others. */
    Chain repeated(int repetitions, Chain below) {
        return of(method, frame, times * repetitions, next == null ? below : next.repeated(repetitions, below));
    }

    /** Whose methods take the most of it. */
    Bundle largestBundle() {
        Map<Bundle, Integer> shares = new LinkedHashMap<>();
        for (Chain each = this; each != null; each = each.next) {
            shares.merge(each.method.owner().bundle(), each.frame * each.times, Integer::sum);
        }
        return Collections.max(shares.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** The frames, one by one: bytes, method, and how often if more than once. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Chain each = this; each != null; each = each.next) {
            String method = each.method.toString().replaceFirst("\\(.*", "");
            lines.add(each.frame * each.times + " " + method + (each.times > 1 ? " (" + each.times + " times)" : ""));
        }
        return lines;
    }
}
