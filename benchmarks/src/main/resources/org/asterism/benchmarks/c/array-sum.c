/* The sum of an array. */
#include "item.h"
enum { LENGTH = 65536, ROUNDS = 128 };

/* the length is not known when this is compiled, as with an array in Java */
static int32_t *values, length;

static void prepare(void) {
    uint64_t state = 42;
    length = LENGTH;
    values = malloc((size_t)length * sizeof *values);
    for (int i = 0; i < length; i++) values[i] = next_number(&state);
}

static __attribute__((noinline)) uint32_t sum(const int32_t *array, int32_t count) {
    uint32_t total = 0;
    for (int32_t i = 0; i < count; i++) total += (uint32_t)array[i];
    return total;
}

static int64_t run(void) {
    uint32_t total = 0;
    for (int round = 0; round < ROUNDS; round++) {
        values[0] = round;
        total = total * 31 + sum(values, length);
    }
    return (int32_t)total;
}

const struct item array_sum = {"array-sum", LENGTH * ROUNDS, prepare, run};
