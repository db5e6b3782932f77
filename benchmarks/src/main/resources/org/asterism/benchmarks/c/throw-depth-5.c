/* setjmp, five calls, and longjmp, with an exception from malloc. */
#include "item.h"
#include <setjmp.h>
enum { THROWS = 200000, DEPTH = 5 };

struct failure { int32_t code; };
static jmp_buf handler;
static struct failure *thrown;
static int32_t visits[DEPTH];

static __attribute__((noinline)) int32_t descend(int depth, int32_t code) {
    if (depth == 0) {
        thrown = malloc(sizeof *thrown);
        thrown->code = code;
        longjmp(handler, 1);
    }
    visits[DEPTH - depth]++;
    return descend(depth - 1, code) + 1;
}

static int64_t run(void) {
    volatile uint64_t checksum = 0;
    visits[0] = 0;
    for (volatile int i = 0; i < THROWS; i++) {
        if (_setjmp(handler) == 0) {
            checksum += (uint64_t)descend(DEPTH, i);
        } else {
            checksum = checksum * 31 + (uint64_t)thrown->code;
            free(thrown);
        }
    }
    return (int64_t)checksum + visits[0];
}

const struct item throw_depth_5 = {"throw-depth-5", THROWS, 0, run};
