// Fault injection: makes the 1st, 2nd, 3rd … allocation of a call fail until the call finishes without. Each time the call must say ENOMEM
// (or what its man page says for no memory) or succeed; after a failure nothing must have changed, and the same call must succeed.
#ifndef FAIL_NTH_H
#define FAIL_NTH_H
#include "../report.h"
#include <dirent.h>
#include <sys/mount.h>
#include <sys/statfs.h>

#define MOST_ALLOCATIONS 5000
#define WORK "/work"

struct Case {
    const char *name;
    void (*prepare)(void);       // before each call, not injected; may be null
    long (*call)(void);          // -1 and errno, or success
    void (*undo)(void);          // after a success; may be null
};

static int knob = -1;
static int failures;

static void arm(long n) {
    char text[24];
    int length = sprintf(text, "%ld", n);
    if (pwrite(knob, text, length, 0) != length) { perror("fail-nth"); exit(2); }
}

static long left(void) {
    char text[24] = {0};
    if (pread(knob, text, sizeof text - 1, 0) <= 0) { perror("fail-nth"); exit(2); }
    return atol(text);
}

static void complain(const char *name, long n, const char *what, const char *more) {
    printf("%s, allocation %ld: %s %s\n", name, n, what, more);
    failures++;
}

static char *append(char *at, const char *path) {
    int file = open(path, O_RDONLY);
    long count = file < 0 ? 0 : read(file, at, 8000);
    close(file);
    return at + (count > 0 ? count : 0);
}

static char *listing(char *at, const char *folder) {
    DIR *directory = opendir(folder);
    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        char path[512];
        struct stat status;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        lstat(path, &status);
        if (!strcmp(entry->d_name, "..")) continue;
        at += sprintf(at, "%s ino %lu mode %o links %lu size %lu uid %u\n", path, status.st_ino, status.st_mode,
            (unsigned long)status.st_nlink, status.st_size, status.st_uid);
        if (S_ISREG(status.st_mode) && status.st_size < 200) at = append(at, path);
        if (S_ISDIR(status.st_mode) && strcmp(entry->d_name, ".")) at = listing(at, path);
    }
    if (directory) closedir(directory);
    return at;
}

// What a failed call must leave as it was: descriptors, names, contents, space, mappings, mounts, identity, signals, children.
static char *fingerprint(char *into) {
    char *at = into, cwd[256];
    struct statfs space;
    sigset_t mask, pending;
    for (int i = 0; i < 64; i++) at += sprintf(at, "%s%d", i ? " " : "descriptors ", fcntl(i, F_GETFD));
    at = listing(at + sprintf(at, "\n"), WORK);
    statfs(WORK, &space);
    sigprocmask(SIG_BLOCK, NULL, &mask);
    sigpending(&pending);
    at += sprintf(at, "inodes %lu cwd %s group %d session %d\n", space.f_ffree, getcwd(cwd, sizeof cwd), getpgrp(), getsid(0));
    siginfo_t news = {0};
    waitid(P_ALL, 0, &news, WEXITED | WSTOPPED | WCONTINUED | WNOHANG | WNOWAIT);
    at += sprintf(at, "mask %lx pending %lx child %d code %d\n", *(long *)&mask, *(long *)&pending, news.si_pid, news.si_code);
    at = append(at, "/proc/self/mounts");
    at = append(at, "/proc/self/maps");
    *at = 0;
    return into;
}

static void showDifference(const char *before, const char *after) {
    while (*before && *before == *after) { before++; after++; }
    printf("  was: %.120s\n  is:  %.120s\n", before, after);
}

static char before[1 << 16], after[1 << 16];

// Returns whether the call was injected, so that a later allocation is to be tried.
static int attempt(const struct Case *tried, long n) {
    if (tried->prepare) tried->prepare();
    fingerprint(before);
    arm(n);
    errno = 0;
    long result = tried->call();
    int error = errno;
    long rest = left();
    arm(0);
    if (result == -1) {
        if (rest != 0 || error != ENOMEM) complain(tried->name, n, rest ? "failed by itself with" : "failed with", strerrorname_np(error));
        if (strcmp(before, fingerprint(after))) { complain(tried->name, n, "failed, but something has changed", ""); showDifference(before, after); }
        result = tried->call();
        if (result == -1) complain(tried->name, n, "cannot be repeated:", strerrorname_np(errno));
    }
    if (result != -1 && tried->undo) tried->undo();
    return rest == 0;
}

static void tryAll(const struct Case *cases, int count) {
    for (const struct Case *tried = cases; tried < cases + count; tried++) {
        long n = 1;
        while (attempt(tried, n) && n < MOST_ALLOCATIONS) n++;
        if (n == MOST_ALLOCATIONS) complain(tried->name, n, "still injected", "");
        printf("%s: %ld\n", tried->name, n - 1);
    }
}

static void setUp(void) {
    mkdir(WORK, 0755);
    if (mount("none", WORK, "tmpfs", 0, "size=8M,nr_inodes=100") || chdir(WORK)) { perror(WORK); exit(2); }
    knob = fcntl(open("/proc/thread-self/fail-nth", O_RDWR), F_DUPFD, 60);
    close(3);
    if (knob < 0) { perror("/proc/thread-self/fail-nth"); exit(2); }
    // pages of the stack and of the buffers are there before the first call
    memset(before, 1, sizeof before);
    memset(after, 1, sizeof after);
}

static int tearDown(void) {
    close(knob);
    if (chdir("/") || umount(WORK)) { perror("umount"); failures++; }
    printf("wrong %d\n", failures);
    return failures != 0;
}
#endif
