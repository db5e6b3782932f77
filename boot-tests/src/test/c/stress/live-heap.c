// usage: live-heap FILES SECONDS   Makes the kernel keep FILES empty files (some 800 bytes of objects each), then reads the clock without
// pause for SECONDS and prints the longest gap between two readings, in microseconds. Between readings it makes system calls that
// allocate in the kernel, so that the kernel's collector has to run while all of that is alive.
#include "../report.h"

static long nanos(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000 + now.tv_nsec;
}

static int fill(long files) {
    char name[64];
    mkdir("/live", 0755);
    for (long i = 0; i < files; i++) {
        if (i % 500 == 0) { snprintf(name, sizeof name, "/live/%ld", i / 500); mkdir(name, 0755); }
        snprintf(name, sizeof name, "/live/%ld/%ld", i / 500, i % 500);
        int file = open(name, O_CREAT | O_WRONLY, 0644);
        if (file == -1) { printf("file %ld: %s\n", i, strerrorname_np(errno)); return 1; }
        close(file);
    }
    return 0;
}

int main(int argc, char **argv) {
    if (fill(argc > 1 ? atol(argv[1]) : 25000)) return 1;
    long seconds = argc > 2 ? atol(argv[2]) : 2, start = nanos(), last = start, longest = 0, calls = 0;
    while (last - start < seconds * 1000000000) {
        int ends[2];
        if (calls++ % 4 == 0 && pipe(ends) == 0) { close(ends[0]); close(ends[1]); }
        long now = nanos();
        if (now - last > longest) longest = now - last;
        last = now;
    }
    printf("calls %ld\nlongest gap %ld\n", calls, longest / 1000);
    return 0;
}
