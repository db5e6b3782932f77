/* malloc and free. */
#include "item.h"
enum { OBJECTS = 1000000, KEPT = 16 };

struct point { int32_t x, y; };
static struct point *last[KEPT];

static struct point *make_point(int32_t x, int32_t y) {
    struct point *point = malloc(sizeof *point);
    *point = (struct point){x, y};
    return point;
}

static int64_t run(void) {
    int64_t checksum = 0;
    for (int i = 0; i < KEPT; i++) {
        free(last[i]);
        last[i] = make_point(0, 0);
    }
    for (int i = 0; i < OBJECTS; i++) {
        struct point *old = last[i % KEPT];
        checksum += old->x;
        free(old);
        last[i % KEPT] = make_point(i, -i);
    }
    return checksum;
}

const struct item allocate_short_lived = {"allocate-short-lived", OBJECTS, 0, run};
