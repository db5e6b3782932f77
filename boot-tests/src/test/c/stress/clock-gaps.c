// usage: clock-gaps SECONDS   Reads the clock without pause and prints, in microseconds, the gaps of 1 ms and more between readings.
// Between readings it makes system calls that allocate in the kernel, so that the kernel's collector has to run.
#include "../report.h"

static long nanos(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000 + now.tv_nsec;
}

int main(int argc, char **argv) {
    long seconds = argc > 1 ? atol(argv[1]) : 10, start = nanos(), last = start, calls = 0;
    while (last - start < seconds * 1000000000) {
        int ends[2];
        if (calls++ % 4 == 0 && pipe(ends) == 0) { close(ends[0]); close(ends[1]); }
        long now = nanos();
        if (now - last >= 1000000) printf("gap %ld\n", (now - last) / 1000);
        last = nanos(); // printing is not a gap
    }
    printf("calls %ld\n", calls);
    return 0;
}
