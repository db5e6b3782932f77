package org.asterism.benchmarks;

import java.util.function.Supplier;

/** All items, in the order they are printed. Only the one asked for last exists, so that none has to carry another's data. */
final class Catalogue {
    private final String[] names = {"call-monomorphic", "call-virtual", "call-interface", "fib", "array-sum", "sieve", "quicksort",
        "hash-map", "string-building", "allocate-short-lived", "allocate-kept", "throw-depth-0", "throw-depth-5", "lock-unlock",
        "lambda-stream"};
    private Item current;

    /** The names, separated by spaces. */
    String names() {
        StringBuilder list = new StringBuilder();
        for (String name : names) {
            list.append(list.length() == 0 ? "" : " ").append(name);
        }
        return list.toString();
    }

    /** The item of a name, or null. */
    Item named(String name) {
        if (current == null || !current.name().equals(name)) {
            current = null;
            Supplier<Item> maker = maker(name);
            current = maker == null ? null : maker.get();
        }
        return current;
    }

    private static Supplier<Item> maker(String name) {
        return switch (name) {
            case "call-monomorphic" -> MonomorphicCall::new;
            case "call-virtual" -> VirtualCall::new;
            case "call-interface" -> InterfaceCall::new;
            case "fib" -> Fibonacci::new;
            case "array-sum" -> ArraySum::new;
            case "sieve" -> Sieve::new;
            case "quicksort" -> Quicksort::new;
            case "hash-map" -> MapUse::new;
            case "string-building" -> StringBuilding::new;
            case "allocate-short-lived" -> ShortLivedObjects::new;
            case "allocate-kept" -> KeptObjects::new;
            case "throw-depth-0" -> ThrowHere::new;
            case "throw-depth-5" -> ThrowDeep::new;
            case "lock-unlock" -> Locking::new;
            case "lambda-stream" -> LambdaStream::new;
            default -> null;
        };
    }
}
