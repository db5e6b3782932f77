/* The recursive function. */
#include "item.h"
enum { ARGUMENT = 30, CALLS = 2692537 };

static int32_t fibonacci(int32_t n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }

static int64_t run(void) {
    volatile int32_t argument = ARGUMENT; /* not known when this is compiled */
    return fibonacci(argument);
}

const struct item fib = {"fib", CALLS, 0, run};
