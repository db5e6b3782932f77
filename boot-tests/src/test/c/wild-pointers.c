// System calls with wild pointers, one pointer argument at a time: unmapped, kernel, non-canonical, read-only, page-straddling.
#include "report.h"
#include "older-calls.h"
#include <poll.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/sysinfo.h>
#include <sys/statfs.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/uio.h>
#include <sys/utsname.h>

#define POINTER -7777
#ifdef __x86_64__
#define USER_END 0x7ffffffff000 // a page below the hole
#else
#define USER_END 0x800000000000
#endif

static long wild[] = {0x1000, (long)0xffffffff80001000, (long)0x8000000000000000, -1, USER_END};

static char *half; // the last 4 bytes before an unmapped page
static int zeroFile, nullFile, directory, file, readEnd, writeEnd;
static char good[4096];

// Calls number with the arguments, replacing the one that is POINTER by each wild address.
static void tryAll(const char *what, long number, long a, long b, long c, long d, long e, long f) {
    printf("%s:", what);
    for (int i = 0; i < 5; i++) {
        long values[] = {a, b, c, d, e, f};
        for (int k = 0; k < 6; k++) if (values[k] == POINTER) values[k] = wild[i];
        errno = 0;
        long result = anyCall(number, values[0], values[1], values[2], values[3], values[4], values[5]);
        if (result == -1) printf(" %s", strerrorname_np(errno));
        else printf(" %s", result == 0 ? "0" : "positive");
    }
    printf("\n");
}

#define TRY(call, ...) TRY6(call, __VA_ARGS__, 0, 0, 0, 0, 0, 0)
#define TRY6(call, a, b, c, d, e, f, ...) tryAll(#call "(" #a "," #b "," #c "," #d ")", SYS_##call, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f))

static void files(void) {
    TRY(read, zeroFile, POINTER, 16); TRY(read, zeroFile, POINTER, 100000); TRY(read, file, POINTER, 16);
    TRY(write, file, POINTER, 16); TRY(write, writeEnd, POINTER, 16);
    TRY(pread64, file, POINTER, 16, 0); TRY(pwrite64, file, POINTER, 16, 0);
    TRY(readv, zeroFile, POINTER, 1); TRY(writev, file, POINTER, 1);
    TRY(open, POINTER, O_RDONLY); TRY(openat, AT_FDCWD, POINTER, O_RDONLY); TRY(openat, AT_FDCWD, POINTER, O_RDWR | O_CREAT, 0600);
    TRY(stat, POINTER, good); TRY(stat, "/", POINTER); TRY(lstat, "/", POINTER); TRY(fstat, file, POINTER);
    TRY(newfstatat, AT_FDCWD, POINTER, good, 0); TRY(newfstatat, AT_FDCWD, "/", POINTER, 0);
    TRY(statx, AT_FDCWD, "/", 0, 0x7ff, POINTER); TRY(statfs, "/", POINTER); TRY(fstatfs, file, POINTER);
    TRY(access, POINTER, 0); TRY(faccessat, AT_FDCWD, POINTER, 0); TRY(getdents64, directory, POINTER, 1024);
    TRY(getcwd, POINTER, 100); TRY(chdir, POINTER); TRY(chroot, POINTER); TRY(mkdir, POINTER, 0700); TRY(rmdir, POINTER);
    TRY(unlink, POINTER); TRY(unlinkat, AT_FDCWD, POINTER, 0); TRY(rename, POINTER, "/tmp/x"); TRY(rename, "/tmp/wild", POINTER);
    TRY(link, POINTER, "/tmp/x"); TRY(link, "/tmp/wild", POINTER); TRY(symlink, POINTER, "/tmp/x"); TRY(symlink, "target", POINTER);
    TRY(readlink, POINTER, good, 100); TRY(readlink, "/proc/self/exe", POINTER, 100); TRY(chmod, POINTER, 0600); TRY(chown, POINTER, 0, 0);
    TRY(mknodat, AT_FDCWD, POINTER, S_IFIFO | 0600, 0); TRY(truncate, POINTER, 0); TRY(utimensat, AT_FDCWD, POINTER, 0, 0);
    TRY(utimensat, AT_FDCWD, "/tmp/wild", POINTER, 0); TRY(mount, "x", POINTER, "tmpfs", 0); TRY(mount, "x", "/tmp", POINTER, 0);
    TRY(umount2, POINTER, 0); TRY(pipe, POINTER); TRY(pipe2, POINTER, O_CLOEXEC); TRY(sendfile, nullFile, zeroFile, POINTER, 16);
    TRY(ioctl, readEnd, 0x541b, POINTER); TRY(fcntl, file, F_GETLK, POINTER); TRY(fcntl, file, F_SETLK, POINTER);
    TRY(poll, POINTER, 1, 0); TRY(select, 1, POINTER, 0, 0); TRY(pselect6, 1, POINTER, 0, 0);
}

static void processes(void) {
    TRY(execve, POINTER, 0, 0); TRY(execve, "/bin/true", POINTER, 0); TRY(execve, "/bin/true", 0, POINTER);
    TRY(wait4, -1, POINTER, WNOHANG); TRY(waitid, P_ALL, 0, POINTER, WEXITED | WNOHANG);
    TRY(rt_sigaction, SIGUSR1, POINTER, 0, 8); TRY(rt_sigaction, SIGUSR1, 0, POINTER, 8);
    TRY(rt_sigprocmask, SIG_BLOCK, POINTER, 0, 8); TRY(rt_sigprocmask, SIG_BLOCK, 0, POINTER, 8); TRY(rt_sigpending, POINTER, 8);
    TRY(rt_sigsuspend, POINTER, 8); TRY(rt_sigtimedwait, POINTER, 0, 0, 8); TRY(sigaltstack, POINTER, 0); TRY(sigaltstack, 0, POINTER);
    TRY(rt_sigqueueinfo, getpid(), SIGUSR1, POINTER); TRY(futex, POINTER, 0, 1, 0); TRY(futex, POINTER, 1, 1, 0);
    TRY(set_robust_list, POINTER, 24); TRY(get_robust_list, 0, POINTER, good); TRY(sched_getaffinity, 0, 128, POINTER);
    TRY(sched_setaffinity, 0, 128, POINTER); TRY(prctl, 15, POINTER); TRY(prctl, 16, POINTER);
    TRY(getgroups, 1, POINTER); TRY(setgroups, 1, POINTER); TRY(getresuid, POINTER, good, good); TRY(getresgid, POINTER, good, good);
    TRY(getrlimit, RLIMIT_NOFILE, POINTER); TRY(setrlimit, RLIMIT_NOFILE, POINTER); TRY(prlimit64, 0, RLIMIT_NOFILE, 0, POINTER);
    TRY(prlimit64, 0, RLIMIT_NOFILE, POINTER, 0); TRY(getrusage, RUSAGE_SELF, POINTER); TRY(times, POINTER); TRY(sysinfo, POINTER); TRY(uname, POINTER);
    TRY(getrandom, POINTER, 16, 0); TRY(clock_gettime, CLOCK_MONOTONIC, POINTER); TRY(clock_getres, CLOCK_MONOTONIC, POINTER);
    TRY(gettimeofday, POINTER, 0); TRY(time, POINTER); TRY(nanosleep, POINTER, 0); TRY(clock_nanosleep, CLOCK_MONOTONIC, 0, POINTER, 0);
    TRY(setitimer, ITIMER_REAL, POINTER, 0); TRY(getitimer, ITIMER_REAL, POINTER); TRY(timer_create, CLOCK_MONOTONIC, POINTER, good);
    TRY(sethostname, POINTER, 4);
}

// A buffer whose first bytes are good: Linux copies what it can, or fails as a whole.
static void straddling(void) {
    struct iovec vectors[2] = {{half, 4}, {(void *)0x1000, 4}};
    REPORT(read(zeroFile, half, 100));
    REPORT(write(file, half, 100));
    REPORT(pread(file, half, 100, 0));
    REPORT(readv(zeroFile, vectors, 2));
    REPORT(writev(nullFile, vectors, 2));
    memcpy(half, "/tmp", 4);
    REPORT(open(half, O_RDONLY));
    REPORT(getcwd(half, 100) == NULL ? -1 : 0);
    REPORT(syscall(SYS_uname, half));
    REPORT(syscall(SYS_getdents64, directory, half, 4000));
    REPORT(read(zeroFile, (void *)USER_END, 0));
    REPORT(write(nullFile, (void *)(0xffffffff80000000), 0));
    REPORT(read(zeroFile, (char *)"constant in read-only memory", 4));
    REPORT(syscall(SYS_read, zeroFile, good, -1L));
    REPORT(syscall(SYS_write, nullFile, good, 0x7ffff000L));
}

int main(void) {
    char *pages = mmap(NULL, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    munmap(pages + PAGE, PAGE);
    half = pages + PAGE - 4;
    file = open("/tmp/wild", O_RDWR | O_CREAT | O_TRUNC, 0600);
    REPORT(write(file, "0123456789abcdef0123456789abcdef", 32));
    lseek(file, 0, SEEK_SET);
    zeroFile = open("/dev/zero", O_RDWR);
    nullFile = open("/dev/null", O_RDWR);
    directory = open("/tmp", O_RDONLY | O_DIRECTORY);
    int ends[2];
    REPORT(pipe2(ends, O_NONBLOCK));
    readEnd = ends[0];
    writeEnd = ends[1];
    files();
    processes();
    straddling();
    unlink("/tmp/wild");
    return 0;
}
