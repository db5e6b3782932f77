package org.asterism.language.corpus.arrays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Sorting objects keeps equal ones in order. */
public final class Stability {
    private Stability() {}

    private record Item(int key, int position) {}

    /** Runs it. */
    public static void main(String[] arguments) {
        Item[] items = new Item[500];
        int seed = 7;
        for (int i = 0; i < items.length; i++) {
            seed = (seed * 31 + 11) % 1009;
            items[i] = new Item(seed % 10, i);
        }
        List<Item> list = new ArrayList<>(Arrays.asList(items));
        Arrays.sort(items, Comparator.comparingInt(Item::key));
        list.sort((a, b) -> Integer.compare(a.key(), b.key()));
        boolean stable = true;
        for (int i = 1; i < items.length; i++) {
            stable &= items[i - 1].key() < items[i].key() || items[i - 1].key() == items[i].key() && items[i - 1].position() < items[i].position();
        }
        System.out.println(stable + " " + list.equals(Arrays.asList(items)));
        try {
            Integer[] wrong = new Integer[100];
            for (int i = 0; i < wrong.length; i++) {
                wrong[i] = i * 37 % 100;
            }
            Arrays.sort(wrong, (a, b) -> 1);
            System.out.println("sorted somehow");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
