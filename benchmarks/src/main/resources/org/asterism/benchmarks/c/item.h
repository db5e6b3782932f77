/* The items of `asterism bench lang` in C. Each file does what the Java class of the same item does, as one would write it in C. */
#ifndef ITEM_H
#define ITEM_H
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* One thing that is measured; see Item.java. */
struct item {
    const char *name;
    int operations;
    void (*prepare)(void);
    int64_t (*run)(void);
};

/* The sequence of Numbers.java. */
static inline int32_t next_number(uint64_t *state) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (int32_t)(*state >> 33);
}
#endif
