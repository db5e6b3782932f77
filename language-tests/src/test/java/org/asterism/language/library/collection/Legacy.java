package org.asterism.language.library.collection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.List;
import java.util.WeakHashMap;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** The maps that size themselves in floating point. */
@Covers({Hashtable.class, Dictionary.class, WeakHashMap.class})
public final class Legacy {
    private Legacy() {}

    /** Keeps the keys, so that collections, which come when they will, take nothing out. */
    private static final class KeepingKeys extends WeakHashMap<Integer, String> {
        private final List<Integer> kept = new ArrayList<>();

        @Override
        public String put(Integer key, String value) {
            kept.add(key);
            return super.put(key, value);
        }
    }

    /** Runs. */
    public static void main(String[] arguments) {
        new MapScript("Hashtable", Hashtable::new).run();
        new MapScript("Hashtable(1)", () -> new Hashtable<>(1)).run();
        new MapScript("WeakHashMap", KeepingKeys::new).run();
        Dictionary<String, Integer> dictionary = new Hashtable<>(4, 0.5f);
        Outcome.show("dictionary", dictionary.put("a", 1), dictionary.put("a", 2), dictionary.get("a"), dictionary.get("b"), dictionary.size(), dictionary.isEmpty(), dictionary.remove("a"), dictionary.remove("a"));
        Hashtable<Integer, String> table = new Hashtable<>();
        for (int i = 0; i < 30; i++) {
            table.put(i * 11, "v" + i);
        }
        StringBuilder text = new StringBuilder();
        for (Enumeration<Integer> keys = table.keys(); keys.hasMoreElements();) {
            text.append(keys.nextElement()).append(' ');
        }
        Outcome.show("table", text, table.contains("v3"), table.containsValue("v99"), table.clone().equals(table), Collections.list(table.elements()).size());
        Outcome.run("capacity", () -> new Hashtable<>(-1));
        Outcome.run("factor", () -> new Hashtable<>(1, 0f));
        Outcome.run("null", () -> table.contains(null));
        WeakHashMap<Object, Integer> weak = new WeakHashMap<>();
        Object kept = new Object();
        weak.put(kept, 1);
        weak.put(null, 2);
        Outcome.show("weak", weak.get(kept), weak.get(null), weak.containsKey(kept), weak.size(), weak.remove(kept), weak);
        Outcome.run("weak capacity", () -> new WeakHashMap<>(-1));
    }
}
