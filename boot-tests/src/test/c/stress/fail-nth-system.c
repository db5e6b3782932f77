// usage: fail-nth-system   Fails each allocation of calls that wait, of attributes, identity and system-wide state, and of every file below /proc.
#include "fail-nth.h"
#include <linux/capability.h>
#include <poll.h>
#include <sched.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/select.h>
#include <sys/uio.h>
#include <sys/xattr.h>

#define MOST_FILES 300

static int first, second, watch;
static char buffer[65536];
static volatile int handled;
static const struct timespec soon = {0, 1000}, none = {0, 0};

static void closeBoth(void) { close(first); close(second); }
static void closeAll(void) { close(watch); closeBoth(); }
static void plain(void) { unlink("plain"); int file = open("plain", O_RDWR | O_CREAT, 0644); write(file, "some text", 9); close(file); }
static void withFile(void) { plain(); first = open("plain", O_RDWR); second = -1; }
static void withPipe(void) { int ends[2]; pipe(ends); first = ends[0]; second = ends[1]; write(second, "abc", 3); }
static void withWatched(void) { withPipe(); watch = epoll_create1(0); struct epoll_event event = {EPOLLIN, {.fd = first}}; epoll_ctl(watch, EPOLL_CTL_ADD, first, &event); }

// calls that wait, until something is there, for a time, or for a signal
static void count(int signal) { (void)signal; handled++; }
static void caught(void) { struct sigaction action = {.sa_handler = count}; sigaction(SIGUSR1, &action, NULL); }
static void caughtWithInfo(void) { struct sigaction action = {.sa_handler = count, .sa_flags = SA_SIGINFO | SA_NODEFER}; sigaction(SIGUSR1, &action, NULL); }
static void pending(void) { caught(); sigset_t set; sigemptyset(&set); sigaddset(&set, SIGUSR1); sigprocmask(SIG_BLOCK, &set, NULL); raise(SIGUSR1); handled = 0; }
static void forget(void) { struct timespec now = {0, 0}; sigset_t set; sigemptyset(&set); sigaddset(&set, SIGUSR1); while (sigtimedwait(&set, NULL, &now) > 0) { } sigprocmask(SIG_UNBLOCK, &set, NULL); signal(SIGUSR1, SIG_DFL); }
static long interrupted(long result) { if (result == -1 && errno == EINTR && handled == 1) return 0; if (result != -1) errno = EILSEQ; return -1; }
static long suspend(void) { sigset_t set; sigemptyset(&set); return interrupted(sigsuspend(&set)); }
static long pollMasked(void) { sigset_t set; sigemptyset(&set); return interrupted(ppoll(NULL, 0, NULL, &set)); }
static long selectMasked(void) { sigset_t set; sigemptyset(&set); return interrupted(pselect(0, NULL, NULL, NULL, NULL, &set)); }
static void pendingAndWatched(void) { pending(); withWatched(); read(first, buffer, 3); }
static void forgetAndClose(void) { forget(); closeAll(); }
static long epollMasked(void) { sigset_t set; struct epoll_event events[4]; sigemptyset(&set); return interrupted(epoll_pwait(watch, events, 4, -1, &set)); }
static long handle(void) { handled = 0; if (raise(SIGUSR1)) return -1; return handled == 1 ? 0 : (errno = EILSEQ, -1); }
static long pollBriefly(void) { struct pollfd polled[] = {{first, POLLPRI, 0}}; return ppoll(polled, 1, &soon, NULL); }
static long epollBriefly(void) { struct epoll_event events[4]; return syscall(SYS_epoll_pwait2, watch, events, 4, &none, NULL, 8); }
static long lockWaiting(void) { struct flock range = {F_WRLCK, SEEK_SET, 3, 4, 0}; return fcntl(first, F_SETLKW, &range); }
static void withFullPipe(void) { withPipe(); fcntl(second, F_SETFL, O_NONBLOCK); while (write(second, buffer, sizeof buffer) > 0) { } }
static long writeFull(void) { return write(second, buffer, 1) == -1 && errno == EAGAIN ? 0 : -1; }

// names, attributes and contents
static void noFresh(void) { unlink("fresh"); rmdir("fresh"); }
static long makeNode(void) { return mknod("fresh", S_IFCHR | 0600, 0x103); }
// The call may be refused for another reason.
static long noMemory(long result) { return result == -1 && errno == ENOMEM ? -1 : 0; }
static long setAttribute(void) { return noMemory(setxattr("plain", "user.colour", "green", 5, 0)); }
static long getAttribute(void) { return noMemory(getxattr("plain", "user.colour", buffer, 100)); }
static long attributes(void) { return noMemory(listxattr("plain", buffer, sizeof buffer)); }
static void target(void) { withFile(); second = open("fresh", O_RDWR | O_CREAT | O_TRUNC, 0600); }
static long copyRange(void) { loff_t from = 0, to = 0; return copy_file_range(first, &from, second, &to, 9, 0); }
static void closeTarget(void) { closeBoth(); noFresh(); }
static long readVector(void) { struct iovec parts[] = {{buffer, 2}, {buffer + 9, 4}}; return preadv2(first, parts, 2, 0, 0); }
static long synchronize(void) { return syncfs(first) || fdatasync(first) || sync_file_range(first, 0, 4096, SYNC_FILE_RANGE_WRITE) ? -1 : 0; }
static void closeFirst(void) { close(first); }
static long useTimes(void) { return syscall(SYS_utimensat, first, NULL, NULL, 0); }
static long openedMode(void) { return fchmod(first, 0640) || fchown(first, 2, 2) ? -1 : 0; }
static long openedSpace(void) { struct statfs space; return fstatfs(first, &space); }
static long effectiveAccess(void) { return faccessat(AT_FDCWD, "plain", R_OK, AT_EACCESS); }
static long fcntlFlags(void) { return fcntl(first, F_SETFL, O_APPEND) || fcntl(first, F_SETFD, FD_CLOEXEC) || fcntl(first, F_SETFD, 0) ? -1 : 0; }
static void manyOpen(void) { for (int i = 100; i < 110; i++) dup2(2, i); }
static long closeMany(void) { return syscall(SYS_close_range, 100, 200, 0); }
static void otherTerminal(void) { first = open("/dev/tty", O_RDWR); if (first < 0) first = open("/dev/console", O_RDWR | O_NOCTTY); }
static long terminalGroup(void) { int group; return noMemory(ioctl(first, TIOCGPGRP, &group)); }

// identity and system-wide state
static long capabilities(void) { struct __user_cap_header_struct head = {_LINUX_CAPABILITY_VERSION_3, 0}; struct __user_cap_data_struct data[2]; return syscall(SYS_capget, &head, data) || syscall(SYS_capset, &head, data) ? -1 : 0; }
static long setIdentity(void) { return syscall(SYS_setresgid, 0, 0, 0) || syscall(SYS_setreuid, 0, 0) || syscall(SYS_setregid, 0, 0) || syscall(SYS_setuid, 0) ? -1 : 0; }
static long fileIdentity(void) { syscall(SYS_setfsuid, 0); return syscall(SYS_setfsgid, 0); }
static long nameHost(void) { return sethostname("asterism", 8) || setdomainname("none", 4) ? -1 : 0; }
static long robust(void) { static long head[3]; return syscall(SYS_set_robust_list, head, sizeof head); }
static long identify(void) { static int clear; return syscall(SYS_set_tid_address, &clear); }
static long lockEverything(void) { return mlockall(MCL_CURRENT); }
static void unlockEverything(void) { munlockall(); }
static long range(void) { struct timespec slice; return sched_rr_get_interval(0, &slice) || sched_get_priority_max(0) ? -1 : 0; }
static long dumpable(void) { return prctl(PR_SET_DUMPABLE, 1) || prctl(PR_SET_PDEATHSIG, 0) ? -1 : 0; }
static long sameRoot(void) { return chroot("/"); }

static const struct Case cases[] = {
    {"sigsuspend", pending, suspend, forget}, {"ppoll with a mask", pending, pollMasked, forget}, {"pselect with a mask", pending, selectMasked, forget},
    {"epoll_pwait with a mask", pendingAndWatched, epollMasked, forgetAndClose}, {"a handler", caught, handle, forget},
    {"a handler with information", caughtWithInfo, handle, forget}, {"ppoll", withPipe, pollBriefly, closeBoth}, {"epoll_pwait2", withWatched, epollBriefly, closeAll},
    {"fcntl F_SETLKW", withFile, lockWaiting, closeFirst}, {"write a full pipe", withFullPipe, writeFull, closeBoth},
    {"mknod", noFresh, makeNode, noFresh}, {"setxattr", plain, setAttribute, NULL}, {"getxattr", plain, getAttribute, NULL}, {"listxattr", plain, attributes, NULL},
    {"copy_file_range", target, copyRange, closeTarget}, {"preadv2", withFile, readVector, closeFirst}, {"syncfs", withFile, synchronize, closeFirst},
    {"futimens", withFile, useTimes, closeFirst}, {"fchmod and fchown", withFile, openedMode, closeFirst}, {"fstatfs", withFile, openedSpace, closeFirst},
    {"faccessat", plain, effectiveAccess, NULL}, {"fcntl of flags", withFile, fcntlFlags, closeFirst}, {"close_range", manyOpen, closeMany, NULL},
    {"ioctl TIOCGPGRP", otherTerminal, terminalGroup, closeFirst},
    {"capget and capset", NULL, capabilities, NULL}, {"setresgid and others", NULL, setIdentity, NULL}, {"setfsuid", NULL, fileIdentity, NULL},
    {"sethostname", NULL, nameHost, NULL}, {"set_robust_list", NULL, robust, NULL}, {"set_tid_address", NULL, identify, NULL},
    {"mlockall", NULL, lockEverything, unlockEverything}, {"sched_rr_get_interval", NULL, range, NULL}, {"prctl", NULL, dumpable, NULL},
    {"chroot", NULL, sameRoot, NULL},
};

static char files[MOST_FILES][128];
static int fileCount;
static const char *reading;

static int isNumber(const char *name) { return strspn(name, "0123456789") == strlen(name); }

// Every file that can be read without waiting, of this process alone.
static void gather(const char *folder, int depth) {
    DIR *directory = opendir(folder);
    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        int skipped = entry->d_name[0] == '.' || isNumber(entry->d_name) || !strcmp(entry->d_name, "kmsg") || !strcmp(entry->d_name, "fail-nth");
        if (skipped || strlen(path) >= sizeof files[0]) continue;
        if (entry->d_type == DT_DIR && depth > 0 && strcmp(entry->d_name, "task")) gather(path, depth - 1);
        if (entry->d_type == DT_REG && fileCount < MOST_FILES && access(path, R_OK) == 0) strcpy(files[fileCount++], path);
    }
    if (directory) closedir(directory);
}

static long readAll(void) {
    int file = open(reading, O_RDONLY), error;
    if (file == -1) return -1;
    long got = 1;
    while (got > 0) got = read(file, buffer, sizeof buffer);
    error = errno;
    close(file);
    errno = error;
    return got;
}

int main(void) {
    setUp();
    caught();
    raise(SIGUSR1); // pages for handlers are there
    signal(SIGUSR1, SIG_DFL);
    tryAll(cases, sizeof cases / sizeof *cases);
    gather("/proc", 3);
    gather("/proc/self", 2);
    for (int i = 0; i < fileCount; i++) {
        reading = files[i];
        if (readAll() == -1) continue;
        struct Case file = {files[i], NULL, readAll, NULL};
        tryAll(&file, 1);
    }
    printf("files %d\n", fileCount);
    return tearDown();
}
