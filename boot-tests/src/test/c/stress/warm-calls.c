// usage: warm-calls COUNT   Makes each of the calls that programs make all the time COUNT times, after a warm-up, and prints how many bytes of
// objects the kernel made meanwhile, as /proc/asterism/gc counts them; the reading of the figure itself is measured and taken off.
#include "../report.h"
#include <linux/futex.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>

static int ends[2], file, counter, epoll, futex_word, turn;
static char *memory, block[512];

static long futex(int *word, int operation, int value) { return syscall(SYS_futex, word, operation, value, NULL, NULL, 0); }

static long allocated(void) {
    char text[4096];
    int figures = open("/proc/asterism/gc", O_RDONLY);
    int length = read(figures, text, sizeof text - 1);
    close(figures);
    text[length < 0 ? 0 : length] = 0;
    char *line = strstr(text, "allocated_bytes");
    return line == NULL ? -1 : atol(line + strlen("allocated_bytes"));
}

static void pipe_write_read(long i) { write(ends[1], block, sizeof block); read(ends[0], block, sizeof block); }
static void file_write_read(long i) {
    lseek(file, (i % 8) * sizeof block, SEEK_SET);
    write(file, block, sizeof block);
    lseek(file, (i % 8) * sizeof block, SEEK_SET);
    read(file, block, sizeof block);
}
static void futex_wake(long i) { futex(&futex_word, FUTEX_WAKE_PRIVATE, 1); }
static void futex_wake_shared(long i) { futex(&futex_word, FUTEX_WAKE, 1); }
static void futex_wait_changed(long i) { futex(&futex_word, FUTEX_WAIT_PRIVATE, 1); }
static void epoll_wait_ready(long i) { struct epoll_event events[4]; epoll_wait(epoll, events, 4, -1); }
static void epoll_wait_not_ready(long i) {
    struct epoll_event events[4];
    uint64_t value;
    read(counter, &value, sizeof value);
    epoll_wait(epoll, events, 4, 0);
    value = 1;
    write(counter, &value, sizeof value);
}
static void first_touch(long i) { memory[i * PAGE] = 1; }

// The other thread waits for its turn, and gives it back: two waits, two wake-ups, two switches.
static void hand_over(int from, int to) {
    __atomic_store_n(&turn, to, __ATOMIC_SEQ_CST);
    futex(&turn, FUTEX_WAKE_PRIVATE, 1);
    int seen;
    while ((seen = __atomic_load_n(&turn, __ATOMIC_SEQ_CST)) == to) futex(&turn, FUTEX_WAIT_PRIVATE, to);
}
static void futex_hand_over(long i) { hand_over(0, 1); }
static void *partner(void *count) {
    while (__atomic_load_n(&turn, __ATOMIC_SEQ_CST) != 1) futex(&turn, FUTEX_WAIT_PRIVATE, 0);
    for (long i = 1; i < (long)count; i++) hand_over(1, 0);
    __atomic_store_n(&turn, 0, __ATOMIC_SEQ_CST);
    futex(&turn, FUTEX_WAKE_PRIVATE, 1);
    return NULL;
}

static void measure(const char *name, void (*call)(long), long warm, long count) {
    for (long i = 0; i < warm; i++) call(i);
    allocated();
    long reading = -allocated();
    reading += allocated();
    long before = allocated();
    for (long i = 0; i < count; i++) call(warm + i);
    long bytes = allocated() - before - reading;
    printf("%s calls %ld bytes %ld\n", name, count, bytes < 0 ? 0 : bytes);
    fflush(stdout);
}

int main(int argc, char **argv) {
    long count = argc > 1 ? atol(argv[1]) : 10000, warm = 200;
    pipe(ends);
    file = open("/tmp/warm-calls", O_RDWR | O_CREAT, 0600);
    counter = eventfd(1, 0);
    epoll = epoll_create1(0);
    struct epoll_event interest = {.events = EPOLLIN};
    epoll_ctl(epoll, EPOLL_CTL_ADD, counter, &interest);
    memory = mmap(NULL, (warm + count) * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    measure("pipe-write-read", pipe_write_read, warm, count);
    measure("file-write-read", file_write_read, warm, count);
    measure("futex-wake", futex_wake, warm, count);
    measure("futex-wake-shared", futex_wake_shared, warm, count);
    measure("futex-wait-changed", futex_wait_changed, warm, count);
    measure("epoll-wait-ready", epoll_wait_ready, warm, count);
    measure("epoll-wait-not-ready", epoll_wait_not_ready, warm, count);
    measure("page-fault", first_touch, warm, count);
    pthread_t thread;
    pthread_create(&thread, NULL, partner, (void *)(warm + count));
    measure("futex-hand-over", futex_hand_over, warm, count);
    pthread_join(thread, NULL);
    // one more, to see that the figure moves at all: opening a file makes objects
    int opened = 0;
    long before = allocated();
    for (int i = 0; i < 1000; i++) { int descriptor = open("/tmp/warm-calls", O_RDONLY); opened += descriptor >= 0; close(descriptor); }
    printf("open calls %d bytes %ld\n", opened, allocated() - before);
    return 0;
}
