// usage: fail-nth-memory   Fails each allocation of the calls on memory, time, signals, identity and scheduling.
#include "fail-nth.h"
#include <grp.h>
#include <linux/futex.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/utsname.h>

#define LENGTH (16 * PAGE)

static char *area, *other;
static int file = -1;

static void unmapArea(void) { munmap(area, LENGTH); }
static void mapArea(void) { area = mmap(NULL, LENGTH, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }
static void touchArea(void) { mapArea(); memset(area, 7, LENGTH); }
static void withFile(void) { if (file < 0) file = open("data", O_RDWR | O_CREAT, 0600); ftruncate(file, 0); ftruncate(file, LENGTH); pwrite(file, "data", 4, PAGE); }
static void mapShared(void) { withFile(); area = mmap(NULL, LENGTH, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0); area[PAGE] = 'x'; }
static long mapped(void *at) { if (at == MAP_FAILED) return -1; area = at; return 0; }
static long checked(void) { for (long i = 0; i < LENGTH; i += PAGE) if (area[i] != 7) { errno = EILSEQ; return -1; } return 0; }

static long mapPrivate(void) { return mapped(mmap(NULL, LENGTH, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)); }
static long mapPopulated(void) { return mapped(mmap(NULL, LENGTH, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0)); }
static long mapAnonymousShared(void) { return mapped(mmap(NULL, LENGTH, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)); }
static long mapFile(void) { return mapped(mmap(NULL, LENGTH, PROT_READ, MAP_SHARED, file, 0)); }
static long mapCopy(void) { return mapped(mmap(NULL, LENGTH, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0)); }
static long mapOver(void) { return mmap(area + 4 * PAGE, 4 * PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED ? -1 : 0; }
static long mapFileOver(void) { return mmap(area + 4 * PAGE, 4 * PAGE, PROT_READ, MAP_SHARED | MAP_FIXED, file, 0) == MAP_FAILED ? -1 : 0; }
static void touchAndFile(void) { withFile(); touchArea(); }
static long unmapAll(void) { return munmap(area, LENGTH); }
static long unmapMiddle(void) { return munmap(area + 4 * PAGE, 4 * PAGE); }
static long protectMiddle(void) { return mprotect(area + 4 * PAGE, 4 * PAGE, PROT_READ) || checked() ? -1 : 0; }
static long protectAll(void) { return mprotect(area, LENGTH, PROT_READ); }
static long grow(void) { other = mremap(area, LENGTH, 2 * LENGTH, MREMAP_MAYMOVE); if (other == MAP_FAILED) return -1; area = other; return checked(); }
static void unmapGrown(void) { munmap(area, 2 * LENGTH); }
static long shrink(void) { return mremap(area, LENGTH, LENGTH / 2, 0) == MAP_FAILED ? -1 : 0; }
static void blocked(void) { touchArea(); other = mmap(area + LENGTH, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }
static long forget(void) { return madvise(area + PAGE, 2 * PAGE, MADV_DONTNEED); }
static long advise(void) { return madvise(area + PAGE, 2 * PAGE, MADV_DONTFORK); }
static long lockPages(void) { return mlock(area + PAGE, 2 * PAGE); }
static long unlockPages(void) { return munlock(area + PAGE, 2 * PAGE); }
static void locked(void) { mapArea(); lockPages(); }
// apart from its neighbours, as the lock stays also when bringing in fails, on Linux too
static void mapApart(void) { area = mmap(NULL, LENGTH, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }
static long lockFresh(void) { return mlock(area, LENGTH); }
static long synchronize(void) { return msync(area, LENGTH, MS_SYNC); }
static long resident(void) { unsigned char vector[16]; return mincore(area, LENGTH, vector); }
static char *top;
static long raise_(void) { top = (char *)syscall(SYS_brk, 0); return (char *)syscall(SYS_brk, top + LENGTH) == top + LENGTH ? 0 : (errno = ENOMEM, -1); }
static void lower(void) { syscall(SYS_brk, top); }
static long readInto(void) { return pread(file, area, LENGTH, 0) == LENGTH ? 0 : (errno = errno ? errno : ENOMEM, -1); }
static void fileAndFresh(void) { withFile(); mapArea(); }

static struct timespec nanos = {0, 1000};
static long sleepBriefly(void) { return syscall(SYS_nanosleep, &nanos, NULL); }
static long sleepOnClock(void) { return syscall(SYS_clock_nanosleep, CLOCK_MONOTONIC, 0, &nanos, NULL); }
static long readClock(void) { struct timespec now; return syscall(SYS_clock_gettime, CLOCK_REALTIME, &now); }
static long resolution(void) { struct timespec now; return clock_getres(CLOCK_MONOTONIC, &now); }
static long timeOfDay(void) { struct timeval now; return syscall(SYS_gettimeofday, &now, NULL); }
static int timer;
static long createTimer(void) { struct sigevent event = {.sigev_notify = SIGEV_NONE}; return syscall(SYS_timer_create, CLOCK_MONOTONIC, &event, &timer); }
static long setTimer(void) { struct itimerspec time = {{0, 0}, {1000, 0}}, old; return syscall(SYS_timer_settime, timer, 0, &time, &old); }
static long readTimer(void) { struct itimerspec old; return syscall(SYS_timer_gettime, timer, &old); }
static long overrun(void) { return syscall(SYS_timer_getoverrun, timer); }
static long deleteTimer(void) { return syscall(SYS_timer_delete, timer); }
static void dropTimer(void) { deleteTimer(); }
static void makeTimer(void) { createTimer(); }
static long setInterval(void) { struct itimerval time = {{0, 0}, {1000, 0}}, old; return setitimer(ITIMER_REAL, &time, &old); }
static void stopInterval(void) { struct itimerval none = {{0, 0}, {0, 0}}; setitimer(ITIMER_REAL, &none, NULL); }
static long readInterval(void) { struct itimerval old; return getitimer(ITIMER_REAL, &old); }
static long alarm_(void) { return alarm(1000); }

static int word;
static long wakeNobody(void) { return syscall(SYS_futex, &word, FUTEX_WAKE, 1); }
static long waitBriefly(void) { return syscall(SYS_futex, &word, FUTEX_WAIT, 0, &nanos) == -1 && errno != ETIMEDOUT ? -1 : 0; }
static long requeue(void) { return syscall(SYS_futex, &word, FUTEX_CMP_REQUEUE, 1, 1, &file + 1, 0); }

static void handler(int signal) { (void)signal; }
static long setAction(void) { struct sigaction action = {.sa_handler = handler}, old; return sigaction(SIGUSR2, &action, &old); }
static void resetAction(void) { signal(SIGUSR2, SIG_DFL); }
static long setMask(void) { sigset_t set, old; sigemptyset(&set); sigaddset(&set, SIGUSR1); return sigprocmask(SIG_BLOCK, &set, &old); }
static void block(void) { setMask(); }
static void unblock(void) { sigset_t set; sigemptyset(&set); sigprocmask(SIG_SETMASK, &set, NULL); }
static long killSelf(void) { return kill(getpid(), SIGUSR1); }
static long killThread(void) { return syscall(SYS_tgkill, getpid(), gettid(), SIGUSR1); }
static long queueSignal(void) { return sigqueue(getpid(), SIGUSR1, (union sigval){.sival_int = 3}); }
static void swallow(void) { sigset_t set; sigemptyset(&set); sigaddset(&set, SIGUSR1); struct timespec now = {0, 0}; while (sigtimedwait(&set, NULL, &now) > 0) { } unblock(); }
static void pend(void) { swallow(); block(); killSelf(); }
static long takeSignal(void) { sigset_t set; sigemptyset(&set); sigaddset(&set, SIGUSR1); siginfo_t info; struct timespec now = {0, 0}; return sigtimedwait(&set, &info, &now); }
static long pendingSet(void) { sigset_t set; return sigpending(&set); }
static long killNobody(void) { return kill(0, 0); }
static char signalStack[16384];
static long alternate(void) { stack_t stack = {.ss_sp = signalStack, .ss_size = sizeof signalStack}, old; return sigaltstack(&stack, &old); }
static void noAlternate(void) { stack_t stack = {.ss_flags = SS_DISABLE}; sigaltstack(&stack, NULL); }

static long getLimit(void) { struct rlimit limit; return syscall(SYS_getrlimit, RLIMIT_NOFILE, &limit); }
static long setLimit(void) { struct rlimit limit = {1024, 4096}; return syscall(SYS_setrlimit, RLIMIT_CORE, &limit); }
static long bothLimits(void) { struct rlimit limit = {1024, 4096}, old; return prlimit(0, RLIMIT_CORE, &limit, &old); }
static long usage(void) { struct rusage used; return getrusage(RUSAGE_SELF, &used); }
static long ticks(void) { struct tms used; return times(&used); }
static long information(void) { struct sysinfo info; return syscall(SYS_sysinfo, &info); }
static long names(void) { struct utsname name; return uname(&name); }
static long changeName(void) { return prctl(PR_SET_NAME, "renamed"); }
static long readName(void) { char name[16]; return prctl(PR_GET_NAME, name); }
static long users(void) { unsigned real, effective, saved; return getresuid(&real, &effective, &saved); }
static long setUsers(void) { return syscall(SYS_setresuid, 0, 0, 0); }
static long setGroup(void) { return syscall(SYS_setgid, 0); }
static long setGroups(void) { gid_t groups[] = {1, 2, 3}; return syscall(SYS_setgroups, 3, groups); }
static long groups(void) { gid_t got[10]; return syscall(SYS_getgroups, 10, got); }
static long policy(void) { return sched_getscheduler(0); }
static long setPolicy(void) { struct sched_param parameter = {0}; return sched_setscheduler(0, SCHED_OTHER, &parameter); }
static long parameter(void) { struct sched_param got; return sched_getparam(0, &got); }
static long affinity(void) { cpu_set_t set; return sched_getaffinity(0, sizeof set, &set); }
static long setAffinity(void) { cpu_set_t set; CPU_ZERO(&set); CPU_SET(0, &set); return sched_setaffinity(0, sizeof set, &set); }
static long yield(void) { return sched_yield(); }
static long nice_(void) { return setpriority(PRIO_PROCESS, 0, 0); }
static long niceness(void) { return syscall(SYS_getpriority, PRIO_PROCESS, 0); }
static long group(void) { return setpgid(0, 0); }
static long random_(void) { char bytes[300]; return syscall(SYS_getrandom, bytes, sizeof bytes, 0); }

static const struct Case cases[] = {
    {"mmap", NULL, mapPrivate, unmapArea}, {"mmap populated", NULL, mapPopulated, unmapArea}, {"mmap shared", NULL, mapAnonymousShared, unmapArea},
    {"mmap a file", withFile, mapFile, unmapArea}, {"mmap a file privately", withFile, mapCopy, unmapArea}, {"mmap over a part", touchArea, mapOver, unmapArea},
    {"mmap a file over a part", touchAndFile, mapFileOver, unmapArea}, {"munmap", touchArea, unmapAll, NULL}, {"munmap a part", touchArea, unmapMiddle, unmapArea},
    {"munmap of a file", mapShared, unmapMiddle, unmapArea}, {"mprotect a part", touchArea, protectMiddle, unmapArea}, {"mprotect", touchArea, protectAll, unmapArea},
    {"mremap growing", touchArea, grow, unmapGrown}, {"mremap moving", blocked, grow, unmapGrown}, {"mremap shrinking", touchArea, shrink, unmapArea},
    {"madvise DONTNEED", touchArea, forget, unmapArea}, {"madvise DONTFORK", touchArea, advise, unmapArea}, {"mlock", touchArea, lockPages, unmapArea},
    {"mlock bringing in", mapApart, lockFresh, unmapArea}, {"munlock", locked, unlockPages, unmapArea}, {"msync", mapShared, synchronize, unmapArea},
    {"mincore", touchArea, resident, unmapArea}, {"brk", NULL, raise_, lower}, {"read into fresh pages", fileAndFresh, readInto, unmapArea},
    {"nanosleep", NULL, sleepBriefly, NULL}, {"clock_nanosleep", NULL, sleepOnClock, NULL}, {"clock_gettime", NULL, readClock, NULL}, {"clock_getres", NULL, resolution, NULL},
    {"gettimeofday", NULL, timeOfDay, NULL}, {"timer_create", NULL, createTimer, dropTimer}, {"timer_settime", makeTimer, setTimer, dropTimer},
    {"timer_gettime", makeTimer, readTimer, dropTimer}, {"timer_getoverrun", makeTimer, overrun, dropTimer}, {"timer_delete", makeTimer, deleteTimer, NULL},
    {"setitimer", NULL, setInterval, stopInterval}, {"getitimer", NULL, readInterval, NULL}, {"alarm", NULL, alarm_, stopInterval},
    {"futex wake", NULL, wakeNobody, NULL}, {"futex wait", NULL, waitBriefly, NULL}, {"futex requeue", NULL, requeue, NULL},
    {"sigaction", NULL, setAction, resetAction}, {"sigprocmask", NULL, setMask, unblock}, {"kill", block, killSelf, swallow}, {"tgkill", block, killThread, swallow},
    {"sigqueue", block, queueSignal, swallow}, {"sigtimedwait", pend, takeSignal, unblock}, {"sigpending", NULL, pendingSet, NULL}, {"kill a group", NULL, killNobody, NULL},
    {"sigaltstack", NULL, alternate, noAlternate},
    {"getrlimit", NULL, getLimit, NULL}, {"setrlimit", NULL, setLimit, NULL}, {"prlimit", NULL, bothLimits, NULL}, {"getrusage", NULL, usage, NULL}, {"times", NULL, ticks, NULL},
    {"sysinfo", NULL, information, NULL}, {"uname", NULL, names, NULL}, {"prctl PR_SET_NAME", NULL, changeName, NULL}, {"prctl PR_GET_NAME", NULL, readName, NULL},
    {"getresuid", NULL, users, NULL}, {"setresuid", NULL, setUsers, NULL}, {"setgid", NULL, setGroup, NULL}, {"setgroups", NULL, setGroups, NULL}, {"getgroups", NULL, groups, NULL},
    {"sched_getscheduler", NULL, policy, NULL}, {"sched_setscheduler", NULL, setPolicy, NULL}, {"sched_getparam", NULL, parameter, NULL},
    {"sched_getaffinity", NULL, affinity, NULL}, {"sched_setaffinity", NULL, setAffinity, NULL}, {"sched_yield", NULL, yield, NULL}, {"setpriority", NULL, nice_, NULL},
    {"getpriority", NULL, niceness, NULL}, {"setpgid", NULL, group, NULL}, {"getrandom", NULL, random_, NULL},
};

int main(void) {
    setUp();
    tryAll(cases, sizeof cases / sizeof *cases);
    close(file);
    return tearDown();
}
