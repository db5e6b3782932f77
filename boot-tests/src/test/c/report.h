// What every test program shares: line-buffered output, results printed with errno names, children with a printed fate.
#ifndef REPORT_H
#define REPORT_H
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PAGE 4096L

__attribute__((constructor)) static void lineBufferedOutput(void) { setvbuf(stdout, NULL, _IOLBF, 0); }

// Prints "what: value", or "what: ENOENT" when the call failed.
__attribute__((unused)) static long report(const char *what, long result) {
    int error = errno;
    if (result == -1) printf("%s: %s\n", what, strerrorname_np(error));
    else printf("%s: %ld\n", what, result);
    return result;
}

// As report, for results that differ from run to run: prints "ok" for any success.
__attribute__((unused)) static long reportOk(const char *what, long result) {
    int error = errno;
    if (result == -1) printf("%s: %s\n", what, strerrorname_np(error));
    else printf("%s: ok\n", what);
    return result;
}

#define REPORT(call) (errno = 0, report(#call, (long)(call)))
#define REPORT_OK(call) (errno = 0, reportOk(#call, (long)(call)))
#define REPORT_TRUE(condition) printf("%s: %s\n", #condition, (condition) ? "yes" : "NO")

__attribute__((unused)) static void reportStatus(const char *what, int status) {
    if (WIFEXITED(status)) printf("%s: exited %d\n", what, WEXITSTATUS(status));
    else if (WIFSIGNALED(status)) printf("%s: killed by SIG%s\n", what, sigabbrev_np(WTERMSIG(status)));
    else if (WIFSTOPPED(status)) printf("%s: stopped by SIG%s\n", what, sigabbrev_np(WSTOPSIG(status)));
    else if (WIFCONTINUED(status)) printf("%s: continued\n", what);
    else printf("%s: status %x\n", what, status);
}

// Runs body in a forked child and prints how the child ended.
__attribute__((unused)) static void inChild(const char *what, void (*body)(void)) {
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) { body(); _exit(0); }
    int status;
    waitpid(child, &status, 0);
    reportStatus(what, status);
}

__attribute__((unused)) static void sleepMillis(long millis) {
    struct timespec time = {millis / 1000, millis % 1000 * 1000000};
    while (nanosleep(&time, &time) == -1 && errno == EINTR) { }
}

// Waits until a process sleeps in the system call that it makes next. It may sleep for a lock on its way there, so it is looked at twice.
__attribute__((unused)) static void awaitSleep(pid_t process) {
    char path[64], line[256];
    sprintf(path, "/proc/%d/stat", process);
    for (int seen = 0; seen < 2; sleepMillis(10)) {
        int file = open(path, O_RDONLY);
        long length = read(file, line, sizeof line - 1);
        close(file);
        if (length <= 0) return;
        line[length] = 0;
        seen = strrchr(line, ')')[2] == 'S' ? seen + 1 : 0;
    }
}
#endif
