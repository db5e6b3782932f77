package org.asterism.benchmarks;

import java.util.List;

/** All items, in the order they are printed. */
final class Catalogue {
    private final List<Item> items = List.of(new MonomorphicCall(), new VirtualCall(), new InterfaceCall(), new Fibonacci(),
            new ArraySum(), new Sieve(), new Quicksort(), new MapUse(), new StringBuilding(), new ShortLivedObjects(),
            new KeptObjects(), new ThrowHere(), new ThrowDeep(), new Locking(), new LambdaStream());

    /** The names, separated by spaces. */
    String names() {
        StringBuilder names = new StringBuilder();
        for (Item item : items) {
            names.append(names.length() == 0 ? "" : " ").append(item.name());
        }
        return names.toString();
    }

    /** The item of a name, or null. */
    Item named(String name) {
        for (Item item : items) {
            if (item.name().equals(name)) {
                return item;
            }
        }
        return null;
    }
}
