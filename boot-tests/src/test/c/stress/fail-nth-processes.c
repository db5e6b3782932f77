// usage: fail-nth-processes   Fails each allocation in the making, start and waiting for of processes and threads.
#include "fail-nth.h"
#include <linux/sched.h>
#include <sched.h>

enum { SAID_NO_MEMORY = 77, SAID_OTHER = 78, NOT_INJECTED = 42 };

static pid_t child;
static char stack[65536] __attribute__((aligned(16)));
static volatile int threadRan;

static void reap(void) { waitpid(child, NULL, 0); }
static void reapKilled(void) { kill(child, SIGKILL); reap(); }
static void sleeping(void) { child = fork(); if (child == 0) { while (1) pause(); } }
static void ended(void) { child = fork(); if (child == 0) _exit(5); siginfo_t info; waitid(P_PID, child, &info, WEXITED | WNOWAIT); }
static void stopped(void) { sleeping(); kill(child, SIGSTOP); siginfo_t info; waitid(P_PID, child, &info, WSTOPPED | WNOWAIT); }

#ifndef SYS_fork
#define SYS_fork SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL // newer architectures have no other
#endif
static long fork_(void) { child = syscall(SYS_fork); if (child == 0) _exit(0); return child; }
static long vfork_(void) { child = vfork(); if (child == 0) _exit(0); return child; }
static long clone_(void) { child = syscall(SYS_clone, SIGCHLD | CLONE_PARENT_SETTID | CLONE_CHILD_SETTID, NULL, &threadRan, NULL, NULL); if (child == 0) _exit(0); return child; }
static long clone3_(void) {
    struct clone_args arguments = {.exit_signal = SIGCHLD};
    child = syscall(SYS_clone3, &arguments, sizeof arguments);
    if (child == 0) _exit(0);
    return child;
}
static int body(void *unused) { (void)unused; threadRan = 1; return 0; }
static long sharing(void) { return child = clone(body, stack + sizeof stack, CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | SIGCHLD, NULL); }
static volatile int threadAlive;
static long thread(void) {
    threadAlive = 1;
    long made = clone(body, stack + sizeof stack, CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_CHILD_CLEARTID, NULL, NULL, NULL, &threadAlive);
    if (made == -1) threadAlive = 0;
    return made;
}
static void joined(void) { while (threadAlive) sched_yield(); }
static long wait_(void) { int status; return wait4(child, &status, 0, NULL); }
static long waitAll(void) { siginfo_t info; return waitid(P_PID, child, &info, WEXITED); }
static long waitStopped(void) { int status; return waitpid(child, &status, WUNTRACED); }
static long peek(void) { siginfo_t info; return waitid(P_PID, child, &info, WEXITED | WNOWAIT); }
static long terminate(void) { return kill(child, SIGKILL); }
static long stop(void) { return kill(child, SIGSTOP); }
static long resume(void) { return kill(child, SIGCONT); }
static long join(void) { return setpgid(child, child); }
static long ownSession(void) {
    child = fork();
    if (child == 0) { long result = setsid(); int error = errno; _exit(result != -1 ? 0 : error == ENOMEM ? SAID_NO_MEMORY : SAID_OTHER); }
    int status;
    waitpid(child, &status, 0);
    if (WEXITSTATUS(status) == 0) return 0;
    errno = WEXITSTATUS(status) == SAID_NO_MEMORY ? ENOMEM : EPROTO;
    return -1;
}
static long groupOf(void) { return getpgid(child); }
static long sessionOf(void) { return getsid(child); }
static long children(void) { struct timespec soon = {0, 1000}; sigset_t set; sigfillset(&set); return sigtimedwait(&set, NULL, &soon) == -1 && errno != EAGAIN ? -1 : 0; }

static const struct Case cases[] = {
    {"fork", NULL, fork_, reap}, {"vfork", NULL, vfork_, reap}, {"clone", NULL, clone_, reap}, {"clone3", NULL, clone3_, reap},
    {"clone sharing all", NULL, sharing, reap}, {"clone a thread", NULL, thread, joined},
    {"wait4", ended, wait_, NULL}, {"waitid", ended, waitAll, NULL}, {"waitid WNOWAIT", ended, peek, reap}, {"waitpid WUNTRACED", stopped, waitStopped, reapKilled},
    {"kill SIGKILL", sleeping, terminate, reap}, {"kill SIGSTOP", sleeping, stop, reapKilled}, {"kill SIGCONT", stopped, resume, reapKilled},
    {"setpgid of a child", sleeping, join, reapKilled}, {"setsid", NULL, ownSession, NULL}, {"getpgid", sleeping, groupOf, reapKilled},
    {"getsid", sleeping, sessionOf, reapKilled}, {"sigtimedwait", NULL, children, NULL},
};

// In a child: fails the nth allocation from execve on, through the start of the program, which tells whether there was one.
static int start(const char *program, char *const arguments[], long n) {
    child = fork();
    if (child == 0) {
        knob = open("/proc/thread-self/fail-nth", O_RDWR | O_CLOEXEC); // the parent's is the parent's
        arm(n);
        execv(program, arguments);
        int error = errno;
        arm(0);
        _exit(error == ENOMEM ? SAID_NO_MEMORY : SAID_OTHER);
    }
    int status;
    waitpid(child, &status, 0);
    return status;
}

static void tryStart(const char *name, const char *program, char *const arguments[]) {
    long n = 1, refused = 0, lost = 0;
    for (; n < MOST_ALLOCATIONS; n++) {
        fingerprint(before);
        int status = start(program, arguments, n);
        if (strcmp(before, fingerprint(after))) { complain(name, n, "something has changed", ""); showDifference(before, after); }
        if (WIFEXITED(status) && WEXITSTATUS(status) == NOT_INJECTED) break;
        if (WIFEXITED(status) && WEXITSTATUS(status) == SAID_NO_MEMORY) refused++;
        else if (WIFEXITED(status) && WEXITSTATUS(status) == SAID_OTHER) complain(name, n, "execve failed, but not for memory", "");
        else lost++; // the program was told of no memory, or ended, in its start
        if (start(program, arguments, 0) != 0) complain(name, n, "does not start any more", "");
    }
    if (n == MOST_ALLOCATIONS) complain(name, n, "still injected", "");
    printf("%s: %ld, refused %ld, after that %ld\n", name, n - 1, refused, lost);
}

int main(int argc, char **argv) {
    if (argc > 1) {
        // the program that is started: the knob was kept by execve
        knob = open("/proc/thread-self/fail-nth", O_RDWR);
        return knob >= 0 && left() != 0 ? NOT_INJECTED : 0;
    }
    setUp();
    tryAll(cases, sizeof cases / sizeof *cases);
    tryStart("execve", argv[0], (char *[]){"started", "1", NULL});
    int script = open("script", O_WRONLY | O_CREAT, 0755);
    dprintf(script, "#!%s\n", argv[0]);
    close(script);
    tryStart("execve of a script", "script", (char *[]){"script", NULL});
    return tearDown();
}
