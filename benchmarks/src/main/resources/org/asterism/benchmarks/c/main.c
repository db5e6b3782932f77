/* Reads names of items, runs them, answers "nanoseconds operations checksum"; see ItemServer.java. */
#include "item.h"
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>

extern const struct item call_monomorphic, call_virtual, call_interface, fib, array_sum, sieve, quicksort, hash_map,
    string_building, allocate_short_lived, allocate_kept, throw_depth_0, throw_depth_5, lock_unlock, lambda_stream;
static const struct item *const items[] = {&call_monomorphic, &call_virtual, &call_interface, &fib, &array_sum, &sieve,
    &quicksort, &hash_map, &string_building, &allocate_short_lived, &allocate_kept, &throw_depth_0, &throw_depth_5,
    &lock_unlock, &lambda_stream};

static int64_t nanos(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000L + now.tv_nsec;
}

static void *nothing(void *argument) { return argument; }

static void serve(const char *name) {
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        if (strcmp(items[i]->name, name) == 0) {
            int64_t start = nanos();
            int64_t checksum = items[i]->run();
            printf("%" PRId64 " %d %" PRId64 "\n", nanos() - start, items[i]->operations, checksum);
            return;
        }
    }
    puts("unknown");
}

int main(void) {
    /* a C library may lock without atomic operations until a second thread has been made; the others cannot */
    pthread_t thread;
    if (pthread_create(&thread, 0, nothing, 0) == 0) pthread_join(thread, 0);
    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        if (items[i]->prepare) items[i]->prepare();
    char line[80];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        serve(line);
        fflush(stdout);
    }
    return 0;
}
