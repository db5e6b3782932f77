package org.asterism.benchmarks;

/** The sieve of Eratosthenes; an operation is one number sieved. */
final class Sieve implements Item {
    private static final int LIMIT = 1_000_000;

    private final boolean[] composite = new boolean[LIMIT];

    @Override
    public String name() {
        return "sieve";
    }

    @Override
    public int operations() {
        return LIMIT;
    }

    @Override
    public long run() {
        for (int i = 0; i < composite.length; i++) {
            composite[i] = false;
        }
        int primes = 0;
        for (int i = 2; i < composite.length; i++) {
            if (!composite[i]) {
                primes++;
                for (long multiple = (long) i * i; multiple < composite.length; multiple += i) {
                    composite[(int) multiple] = true;
                }
            }
        }
        return primes;
    }
}
