/* The sieve of Eratosthenes. */
#include "item.h"
#include <stdbool.h>
enum { LIMIT = 1000000 };

static bool *composite;

static void prepare(void) { composite = malloc(LIMIT); }

static int64_t run(void) {
    memset(composite, 0, LIMIT);
    int primes = 0;
    for (int i = 2; i < LIMIT; i++) {
        if (!composite[i]) {
            primes++;
            for (int64_t multiple = (int64_t)i * i; multiple < LIMIT; multiple += i) composite[multiple] = true;
        }
    }
    return primes;
}

const struct item sieve = {"sieve", LIMIT, prepare, run};
