/* setjmp and longjmp, with an exception from malloc. */
#include "item.h"
#include <setjmp.h>
enum { THROWS = 500000 };

struct failure { int32_t code; };
struct handler { jmp_buf place; struct failure *failure; };

static __attribute__((noinline)) struct failure *make_failure(int32_t code) {
    struct failure *failure = malloc(sizeof *failure);
    failure->code = code;
    return failure;
}

static int64_t run(void) {
    volatile uint64_t checksum = 0;
    static struct handler handler;
    for (volatile int i = 0; i < THROWS; i++) {
        if (_setjmp(handler.place) == 0) {
            handler.failure = make_failure(i);
            longjmp(handler.place, 1);
        }
        checksum = checksum * 31 + (uint64_t)handler.failure->code;
        free(handler.failure);
    }
    return (int64_t)checksum;
}

const struct item throw_depth_0 = {"throw-depth-0", THROWS, 0, run};
