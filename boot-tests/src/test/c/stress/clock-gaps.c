// usage: clock-gaps SECONDS   Reads the clock without pause and prints, in nanoseconds, the gaps of 1 ms and more between readings; before them
// what /proc/asterism/gc said after the first reading, and after them what it said before the last: every stop that is counted between lies in
// a gap. Nothing is printed meanwhile. Between readings it makes system calls that allocate in the kernel, so that the kernel's collector has
// to run.
#include "../report.h"

#define MOST_GAPS (1 << 16)
#define LEAST_GAP 1000000

static long gaps[MOST_GAPS], last;
static int count;
static char before[1 << 16], after[1 << 16];

static long nanos(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000 + now.tv_nsec;
}

static void readClock(void) {
    long now = nanos();
    if (now - last >= LEAST_GAP && count < MOST_GAPS) gaps[count++] = now - last;
    last = now;
}

static void readFigures(char *text) {
    int figures = open("/proc/asterism/gc", O_RDONLY);
    long got;
    while ((got = read(figures, text, 4096)) > 0) text += got;
    close(figures);
}

int main(int argc, char **argv) {
    long seconds = argc > 1 ? atol(argv[1]) : 10, start = nanos(), calls = 0;
    last = start;
    readFigures(before);
    while (last - start < seconds * 1000000000) {
        int ends[2];
        if (calls++ % 4 == 0 && pipe(ends) == 0) { close(ends[0]); close(ends[1]); }
        readClock();
    }
    readFigures(after);
    readClock();
    printf("%s==\n", before);
    for (int i = 0; i < count; i++) printf("gap %ld\n", gaps[i]);
    printf("calls %ld\n==\n%s", calls, after);
    return 0;
}
