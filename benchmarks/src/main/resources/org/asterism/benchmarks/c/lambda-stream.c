/* A loop. */
#include "item.h"
enum { ELEMENTS = 10000, ROUNDS = 50 };

/* the length is not known when this is compiled, as with an array in Java */
static int32_t *values, length;

static void prepare(void) {
    uint64_t state = 42;
    length = ELEMENTS;
    values = malloc((size_t)length * sizeof *values);
    for (int i = 0; i < length; i++) values[i] = next_number(&state);
}

static __attribute__((noinline)) int64_t pass(const int32_t *array, int count, int32_t addend) {
    int64_t total = 0;
    for (int i = 0; i < count; i++)
        if (array[i] % 3 != 0) total += array[i] / 5 + addend;
    return total;
}

static int64_t run(void) {
    int64_t total = 0;
    for (int round = 0; round < ROUNDS; round++) total += pass(values, length, round);
    return total;
}

const struct item lambda_stream = {"lambda-stream", ELEMENTS * ROUNDS, prepare, run};
