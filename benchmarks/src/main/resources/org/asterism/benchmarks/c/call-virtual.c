/* Calls through tables of functions, three kinds of receivers. */
#include "item.h"
enum { RECEIVERS = 1024, ROUNDS = 2048 };

struct shape;
struct shape_functions { int32_t (*area)(const struct shape *); };
struct shape { const struct shape_functions *functions; int32_t size; };

static int32_t square_area(const struct shape *self) { return self->size * self->size; }
static int32_t strip_area(const struct shape *self) { return 2 * self->size; }
static int32_t triangle_area(const struct shape *self) { return self->size * self->size / 2; }
static const struct shape_functions kinds[] = {{square_area}, {strip_area}, {triangle_area}};
static struct shape *shapes[RECEIVERS];

static void prepare(void) {
    uint64_t state = 42;
    for (int i = 0; i < RECEIVERS; i++) {
        shapes[i] = malloc(sizeof *shapes[i]);
        *shapes[i] = (struct shape){&kinds[next_number(&state) % 3], i};
    }
}

static int64_t run(void) {
    uint32_t total = 0;
    for (int round = 0; round < ROUNDS; round++)
        for (int i = 0; i < RECEIVERS; i++) total += (uint32_t)shapes[i]->functions->area(shapes[i]);
    return (int32_t)total;
}

const struct item call_virtual = {"call-virtual", RECEIVERS * ROUNDS, prepare, run};
