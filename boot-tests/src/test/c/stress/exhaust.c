// usage: exhaust ROUNDS [SPARE_KIB]   Takes resources of every kind until the kernel says ENOMEM, frees them, and does it again. With SPARE_KIB,
// all memory of the kernel's heap but about so much is tied up first, so that a round is short. Prints what memory was like before and after.
#include "../report.h"
#include <dirent.h>
#include <limits.h>
#include <sched.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/timerfd.h>

#define MOST 200000
#define MOST_CHILDREN 3000
#define MOST_THREADS 256
#define MOST_SIGNALS 2000
#define MOST_LOCKS 200
#define WORK "/work"

static char *areas[MOST];
static pid_t children[MOST_CHILDREN];
static char stacks[MOST_THREADS][PAGE] __attribute__((aligned(16)));
static int threadIds[MOST_THREADS], timers[1024];
static int areaCount, childCount, threadCount, nameCount, timerCount, queuedCount, lockCount, lockFile;
static long refused[16], taken[16];
static char longName[256], longTarget[4000];

static long number(const char *file, const char *key) {
    static char text[4096];
    int opened = open(file, O_RDONLY);
    long count = read(opened, text, sizeof text - 1);
    close(opened);
    if (count <= 0) { perror(file); exit(3); }
    text[count] = 0;
    char *found = strstr(text, key);
    return found ? atol(found + strlen(key)) : -1;
}

// The program has as many as it can keep track of, or as Linux would let it have.
static long enough(void) { errno = EAGAIN; return -1; }

static long takeFile(void) { return open("/etc/passwd", O_RDONLY); }
static long takePipe(void) { int ends[2]; return pipe(ends); }
static long takeDuplicate(void) { return dup(1); }
static long takeEvent(void) { return eventfd(0, 0); }
static long takeTimer(void) { return timerfd_create(CLOCK_MONOTONIC, 0); }
static long takeMemory(void) { return memfd_create("memory", 0); }

static long takeEpoll(void) {
    int made = epoll_create1(0), event = eventfd(0, 0);
    struct epoll_event wanted = {.events = EPOLLIN};
    return made == -1 || event == -1 ? -1 : epoll_ctl(made, EPOLL_CTL_ADD, event, &wanted);
}

static long takeChild(void) {
    if (childCount == MOST_CHILDREN) return enough();
    pid_t child = syscall(SYS_fork);
    if (child == 0) while (1) pause();
    if (child > 0) children[childCount++] = child;
    return child;
}

static long takeProgram(void) {
    if (childCount == MOST_CHILDREN) return enough();
    pid_t child = vfork();
    if (child == 0) {
        execl("/proc/self/exe", "exhaust", "wait", NULL);
        _exit(errno == ENOMEM ? 77 : 78);
    }
    if (child == -1) return -1;
    siginfo_t info = {0};
    waitid(P_PID, child, &info, WEXITED | WNOHANG);
    if (info.si_pid == 0) { children[childCount++] = child; return 0; }
    if (info.si_status == 78) { printf("execve said something else than ENOMEM\n"); exit(4); }
    errno = ENOMEM;
    return -1;
}

static int threadSleep(void *unused) { struct timespec day = {86400, 0}; (void)unused; while (1) syscall(SYS_nanosleep, &day, NULL); return 0; }

static long takeThread(void) {
    if (threadCount == MOST_THREADS) return enough();
    long made = clone(threadSleep, stacks[threadCount] + PAGE, CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | SIGCHLD, NULL);
    if (made > 0) threadIds[threadCount++] = made;
    return made;
}

static long takeArea(void) {
    if (areaCount == MOST) return enough();
    char *area = mmap(NULL, PAGE, areaCount % 2 ? PROT_READ : PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (area == MAP_FAILED) return -1;
    areas[areaCount++] = area;
    return 0;
}

static const char *nameOf(int i) { static char path[512]; sprintf(path, WORK "/%.*s%d", 100, longName, i); return path; }
static long takeName(void) { long made = mkdir(nameOf(nameCount), 0700); if (made == 0) nameCount++; return made; }
static long takeLink(void) { long made = symlink(longTarget, nameOf(nameCount)); if (made == 0) nameCount++; return made; }
static long takeSignal(void) { if (queuedCount == MOST_SIGNALS) return enough(); long sent = sigqueue(getpid(), SIGRTMIN + 3, (union sigval){.sival_int = 1}); if (sent == 0) queuedCount++; return sent; }
static long takePosixTimer(void) {
    if (timerCount == 1000) return enough();
    struct sigevent event = {.sigev_notify = SIGEV_NONE};
    long made = syscall(SYS_timer_create, CLOCK_MONOTONIC, &event, &timers[timerCount]);
    if (made == 0) timerCount++;
    return made;
}
static long takeLock(void) { if (lockCount == MOST_LOCKS) return enough(); struct flock range = {F_WRLCK, SEEK_SET, 2 * lockCount, 1, 0}; long got = fcntl(lockFile, F_SETLK, &range); if (got == 0) lockCount++; return got; }

static const struct { const char *name; long (*take)(void); } kinds[] = {
    {"file", takeFile}, {"child", takeChild}, {"area", takeArea}, {"pipe", takePipe}, {"duplicate", takeDuplicate}, {"event", takeEvent},
    {"name", takeName}, {"epoll", takeEpoll}, {"thread", takeThread}, {"timer", takeTimer}, {"program", takeProgram}, {"signal", takeSignal},
    {"memory", takeMemory}, {"posix timer", takePosixTimer}, {"link", takeLink}, {"lock", takeLock},
};
#define KINDS ((int)(sizeof kinds / sizeof *kinds))

static void freeAll(void) {
    close_range(lockFile + 1, ~0U, 0);
    for (int i = 0; i < childCount; i++) kill(children[i], SIGKILL);
    for (int i = 0; i < threadCount; i++) kill(threadIds[i], SIGKILL);
    for (int i = 0; i < childCount; i++) if (waitpid(children[i], NULL, 0) != children[i]) { perror("waitpid"); exit(5); }
    for (int i = 0; i < threadCount; i++) waitpid(threadIds[i], NULL, 0);
    for (int i = 0; i < areaCount; i++) if (munmap(areas[i], PAGE)) { perror("munmap"); exit(5); }
    for (int i = 0; i < nameCount; i++) if (unlink(nameOf(i)) && rmdir(nameOf(i))) { perror("rmdir"); exit(5); }
    for (int i = 0; i < timerCount; i++) syscall(SYS_timer_delete, timers[i]);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGRTMIN + 3);
    struct timespec now = {0, 0};
    while (sigtimedwait(&set, NULL, &now) > 0) queuedCount--;
    if (queuedCount != 0) { printf("%d signals are lost\n", queuedCount); exit(5); }
    struct flock all = {F_UNLCK, SEEK_SET, 0, 0, 0};
    if (fcntl(lockFile, F_SETLK, &all)) { perror("F_UNLCK"); exit(5); }
    childCount = threadCount = areaCount = nameCount = timerCount = lockCount = 0;
}

// Takes one of each kind after the other, beginning with another each round, until ENOMEM came for enough of them.
static void exhaust(int round, int wanted) {
    int left = KINDS, refusals = 0, gone[KINDS];
    memset(gone, 0, sizeof gone);
    for (long i = 0; left > 0 && refusals < wanted; i++) {
        int kind = (round + i) % KINDS;
        if (gone[kind]) continue;
        errno = 0;
        if (kinds[kind].take() != -1) { taken[kind]++; continue; }
        if (errno != ENOMEM && errno != EAGAIN) { printf("round %d, %s: %s\n", round, kinds[kind].name, strerrorname_np(errno)); exit(6); }
        if (errno == ENOMEM) { refused[kind]++; refusals++; }
        gone[kind] = 1;
        left--;
    }
    if (refusals == 0) { printf("round %d: nothing was refused for memory\n", round); exit(9); }
}

// Everything works again: one of each kind.
static void checkAll(int round) {
    for (int kind = 0; kind < KINDS; kind++) {
        if (kinds[kind].take() == -1) { printf("after round %d, %s: %s\n", round, kinds[kind].name, strerrorname_np(errno)); exit(7); }
    }
    freeAll();
}

// A collection that is under way while the program runs finds alive what was allocated since it began. Those asked for here begin and end in one
// write: the first hands back what lost handles owned, the second sees what that left.
static void collect(void) {
    int figures = open("/proc/asterism/gc", O_WRONLY);
    for (int i = 0; i < 2; i++) if (write(figures, "collect", 7) != 7) { perror("/proc/asterism/gc"); exit(3); }
    close(figures);
}

static void show(const char *when) {
    collect();
    printf("%s: live %ld free_kib %ld\n", when, number("/proc/asterism/gc", "live_bytes"), number("/proc/meminfo", "MemFree:"));
}

static int tieUp(int spareKib) {
    char path[64];
    int count = 0;
    while (sprintf(path, WORK "/ballast%d", count), symlink(longTarget, path) == 0) count++;
    if (errno != ENOMEM) { perror("symlink"); exit(8); }
    int spare = spareKib * 1024 / (int)sizeof longTarget;
    for (int i = 0; i < spare && count > 0; i++) { sprintf(path, WORK "/ballast%d", --count); unlink(path); }
    return count;
}

int main(int argc, char **argv) {
    if (argc > 1 && !strcmp(argv[1], "wait")) while (1) pause();
    int rounds = argc > 1 ? atoi(argv[1]) : 10;
    struct rlimit many = {1 << 20, 1 << 20}, endless = {RLIM_INFINITY, RLIM_INFINITY};
    if (setrlimit(RLIMIT_NOFILE, &many) || setrlimit(RLIMIT_NPROC, &endless) || setrlimit(RLIMIT_SIGPENDING, &endless)) { perror("setrlimit"); return 2; }
    memset(longName, 'n', sizeof longName - 1);
    memset(longTarget, 't', sizeof longTarget - 1);
    mkdir(WORK, 0755);
    if (mount("none", WORK, "tmpfs", 0, NULL)) { perror(WORK); return 2; }
    lockFile = open(WORK "/locked", O_RDWR | O_CREAT, 0600);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGRTMIN + 3);
    sigprocmask(SIG_BLOCK, &set, NULL);
    for (int i = 0; i < 3; i++) checkAll(-1);
    if (argc > 2) printf("tied up %d links\n", tieUp(atoi(argv[2])));
    for (int round = 0; round < rounds; round++) {
        if (round == (rounds + 9) / 10) show("before"); // not before tables have grown once
        if (round % 100 == 99) printf("round %d\n", round);
        exhaust(round, argc > 2 ? 2 : 4);
        freeAll();
        checkAll(round);
    }
    show("after");
    for (int kind = 0; kind < KINDS; kind++) printf("%s: taken %ld, refused %ld\n", kinds[kind].name, taken[kind], refused[kind]);
    close(lockFile);
    if (umount2(WORK, MNT_DETACH)) { perror(WORK); return 2; }
    printf("rounds %d\n", rounds);
    return 0;
}
