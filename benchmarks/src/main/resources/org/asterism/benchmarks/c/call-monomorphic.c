/* A call through a table of functions with one entry. */
#include "item.h"
enum { CALLS = 4000000 };

struct step;
struct step_functions { int32_t (*apply)(struct step *, int32_t); };
struct step { const struct step_functions *functions; int32_t factor; };

static int32_t mix(struct step *self, int32_t value) { return (int32_t)((uint32_t)value * (uint32_t)self->factor + 7); }
static const struct step_functions mixing = {mix};
static struct step *step;

static void prepare(void) {
    step = malloc(sizeof *step);
    *step = (struct step){&mixing, 31};
}

static int64_t run(void) {
    int32_t value = 1;
    for (int i = 0; i < CALLS; i++) value = step->functions->apply(step, value ^ i);
    return value;
}

const struct item call_monomorphic = {"call-monomorphic", CALLS, prepare, run};
