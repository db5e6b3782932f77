// Descriptors: dup, dup2, dup3, fcntl, close-on-exec, limits, status flags, lowest-free rule, advisory locks, close on exit.
#include "report.h"
#include <sys/file.h>
#include <sys/resource.h>

static int lock(int file, int command, int type, long start, long length) {
    struct flock region = {.l_type = (short)type, .l_whence = SEEK_SET, .l_start = start, .l_len = length};
    int result = fcntl(file, command, &region);
    if (command == F_GETLK && result == 0) return region.l_type == F_UNLCK ? 100 : region.l_type == F_RDLCK ? 101 : 102;
    return result;
}

int main(void) {
    int file = open("/tmp/f", O_RDWR | O_CREAT, 0600);
    REPORT(file);
    REPORT(dup(file)); REPORT(dup(99)); REPORT(dup2(file, 10)); REPORT(dup2(file, file)); REPORT(dup2(99, 10)); REPORT(dup2(99, 99)); REPORT(dup2(file, -1));
    REPORT(dup3(file, 11, O_CLOEXEC)); REPORT(dup3(file, file, 0)); REPORT(dup3(file, 12, 5)); REPORT(fcntl(11, F_GETFD)); REPORT(fcntl(10, F_GETFD));
    REPORT(close(4)); REPORT(dup(file)); REPORT(fcntl(file, F_DUPFD, 50)); REPORT(fcntl(file, F_DUPFD_CLOEXEC, 50)); REPORT(fcntl(51, F_GETFD)); REPORT(fcntl(file, F_DUPFD, -1));
    REPORT(fcntl(10, F_SETFD, FD_CLOEXEC)); REPORT(fcntl(file, F_GETFD)); REPORT(fcntl(10, F_GETFD));
    REPORT(fcntl(file, F_GETFL) & ~0100000); REPORT(fcntl(file, F_SETFL, O_APPEND | O_NONBLOCK)); REPORT(fcntl(10, F_GETFL) & ~0100000); REPORT(fcntl(file, F_SETFL, O_WRONLY)); REPORT(fcntl(file, F_GETFL) & ~0100000);
    REPORT(fcntl(file, 9999)); REPORT(fcntl(99, F_GETFD)); REPORT(open("/dev/null", O_RDONLY | O_CLOEXEC)); REPORT(fcntl(5, F_GETFD));
    REPORT(close(99)); REPORT(close(-1)); REPORT(fsync(99));

    struct rlimit limit = {20, 20}, old;
    REPORT(getrlimit(RLIMIT_NOFILE, &old));
    limit.rlim_max = old.rlim_max;
    REPORT(setrlimit(RLIMIT_NOFILE, &limit));
    int opened = 0, last = -1, descriptor;
    while ((descriptor = open("/dev/null", O_RDONLY)) >= 0) { opened++; last = descriptor; }
    printf("opened up to %d, then %s\n", last, strerrorname_np(errno));
    REPORT(dup(file)); REPORT(dup2(file, 20)); REPORT(dup2(file, 19)); REPORT(fcntl(file, F_DUPFD, 20)); int ends[2]; REPORT(pipe(ends)); REPORT(close(17)); REPORT(pipe(ends)); REPORT(read(51, &descriptor, 0));
    REPORT(setrlimit(RLIMIT_NOFILE, &old));
    for (int i = 12; i < 20; i++) close(i);
    limit.rlim_cur = limit.rlim_max + 1; if (old.rlim_max != RLIM_INFINITY) { limit.rlim_cur = 10; limit.rlim_max = 5; } REPORT(setrlimit(RLIMIT_NOFILE, &limit));

    // Many descriptors: the table grows.
    if (old.rlim_max >= 2000) {
        limit.rlim_cur = 2000; limit.rlim_max = old.rlim_max; setrlimit(RLIMIT_NOFILE, &limit);
        int grown = 0;
        while (grown < 900 && dup(file) >= 0) grown++;
        REPORT(grown); REPORT(dup2(file, 1999)); REPORT(close(1999));
        for (int i = 60; i < 1100; i++) close(i);
    }

    // Closed in the child only; both see flags of the shared open file.
    int status;
    pipe(ends);
    if (fork() == 0) { close(ends[0]); write(ends[1], "c", 1); fcntl(ends[1], F_SETFL, O_NONBLOCK); _exit(0); }
    close(ends[1]);
    wait(&status);
    char byte;
    REPORT(read(ends[0], &byte, 1)); REPORT(read(ends[0], &byte, 1)); REPORT(fcntl(ends[0], F_GETFL));

    REPORT(flock(file, LOCK_EX)); int second = open("/tmp/f", O_RDWR); REPORT(flock(second, LOCK_EX | LOCK_NB)); REPORT(flock(file, LOCK_UN)); REPORT(flock(second, LOCK_SH | LOCK_NB)); REPORT(flock(file, LOCK_SH | LOCK_NB)); REPORT(flock(second, LOCK_UN));
    REPORT(lock(file, F_SETLK, F_WRLCK, 0, 10)); REPORT(lock(second, F_SETLK, F_WRLCK, 0, 10)); fflush(stdout);
    if (fork() == 0) { REPORT(lock(second, F_SETLK, F_WRLCK, 5, 10)); REPORT(lock(second, F_GETLK, F_RDLCK, 0, 1)); REPORT(lock(second, F_SETLK, F_RDLCK, 10, 5)); REPORT(lock(second, F_GETLK, F_RDLCK, 20, 1)); exit(0); }
    wait(&status);
    REPORT(lock(file, F_SETLK, F_UNLCK, 0, 0)); REPORT(lock(file, F_GETLK, F_WRLCK, 0, 0));
    unlink("/tmp/f");
    char path[64], target[64];
    sprintf(path, "/proc/self/fd/%d", file);
    long length = readlink(path, target, 63);
    target[length < 0 ? 0 : length] = 0;
    printf("%s\n", target);
    int reopened = open("/dev/stdin", O_RDONLY);
    REPORT_TRUE(reopened >= 0 && close(reopened) == 0);
    close(0);
    REPORT(open("/dev/null", O_RDONLY));
    return 0;
}
