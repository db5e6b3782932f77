package org.asterism.language.corpus.boxing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Boxes as keys, in lists, and with remove. */
public final class Identity {
    private Identity() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        List<Integer> list = new ArrayList<>(List.of(10, 20, 30, 1, 2));
        list.remove(1);
        list.remove(Integer.valueOf(1));
        System.out.println(list + " " + list.indexOf(30) + " " + list.contains(20));
        Map<Object, String> map = new HashMap<>();
        map.put(1, "int");
        map.put(1L, "long");
        map.put('1', "char");
        map.put("1", "string");
        map.put(1.0, "double");
        map.put((short) 1, "short");
        System.out.println(map.size() + map.get(1) + map.get(1L) + map.get((byte) 1) + map.get('1'));
        Map<Object, Integer> identities = new IdentityHashMap<>();
        for (int i = 0; i < 3; i++) {
            identities.put(5, i);
            identities.put(5000 + i * 0, i);
            identities.put("literal", i);
            identities.put(new String("literal"), i);
        }
        System.out.println(identities.size() >= 5);
        long total = 0;
        for (Integer each : list) {
            total += each;
        }
        System.out.println(total);
        Map<Character, Integer> counts = new java.util.TreeMap<>();
        for (char c : "mississippi".toCharArray()) {
            counts.merge(c, 1, Integer::sum);
        }
        System.out.println(counts);
    }
}
