/* A recursive mutex, which is what a monitor is. */
#include "item.h"
#include <pthread.h>
enum { ENTRIES = 500000 };

static pthread_mutex_t lock;
static int64_t entries;

static void prepare(void) {
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(&lock, &attributes);
}

static __attribute__((noinline)) void enter(int count) {
    pthread_mutex_lock(&lock);
    entries += count;
    pthread_mutex_unlock(&lock);
}

static int64_t run(void) {
    entries = 0;
    for (int i = 0; i < ENTRIES; i++) enter(i & 3);
    return entries;
}

const struct item lock_unlock = {"lock-unlock", ENTRIES, prepare, run};
