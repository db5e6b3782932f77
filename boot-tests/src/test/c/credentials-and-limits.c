// Users and permissions (EACCES, EPERM for an ordinary user), saved ids, set-user-id programs, resource limits, uname, times, sysinfo.
#include "report.h"
#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/utsname.h>

static void ordinaryUser(void) {
    gid_t groups[] = {1000, 2000};
    REPORT(setgroups(2, groups)); REPORT(getgroups(0, NULL)); REPORT(setgid(1000)); REPORT(setuid(1000));
    REPORT(getuid()); REPORT(geteuid()); REPORT(getgid()); REPORT(setuid(0)); REPORT(setgroups(0, NULL)); REPORT(setreuid(0, 0)); REPORT(setresuid(-1, 1000, -1));
    REPORT(open("/tmp/root-only", O_RDONLY)); REPORT_OK(open("/tmp/world", O_RDONLY)); REPORT(open("/tmp/world", O_WRONLY)); REPORT_OK(open("/tmp/group", O_RDONLY));
    REPORT(open("/tmp/closed/x", O_RDONLY)); REPORT(access("/tmp/closed/x", F_OK)); REPORT(mkdir("/etc/x", 0755)); REPORT(unlink("/tmp/world")); REPORT(rename("/tmp/world", "/tmp/w2")); REPORT(chmod("/tmp/world", 0777)); REPORT(chown("/tmp/world", 1000, 1000));
    REPORT(mount("x", "/tmp", "tmpfs", 0, NULL)); REPORT(chroot("/tmp")); REPORT(sethostname("x", 1)); REPORT(kill(1, SIGTERM)); REPORT(mknod("/tmp/node", S_IFCHR | 0600, 0x103)); REPORT_OK(open("/tmp/mine", O_RDWR | O_CREAT, 0600)); REPORT(chmod("/tmp/mine", 0400)); REPORT(open("/tmp/mine", O_WRONLY)); REPORT(chmod("/tmp/mine", 04755));
    REPORT(chown("/tmp/mine", 1000, 2000)); REPORT(chown("/tmp/mine", 1000, 3000)); REPORT(chown("/tmp/mine", 0, -1)); REPORT(unlink("/tmp/mine")); REPORT(execl("/tmp/world", "x", NULL)); REPORT(execl("/tmp/root-only", "x", NULL));
    struct rlimit limit; getrlimit(RLIMIT_NOFILE, &limit); limit.rlim_max++; REPORT(setrlimit(RLIMIT_NOFILE, &limit)); REPORT(setpriority(PRIO_PROCESS, 0, -5)); REPORT(setpriority(PRIO_PROCESS, 0, 5)); struct timeval now = {0, 0}; REPORT(settimeofday(&now, NULL));
}

static void savedIds(void) {
    uid_t real, effective, saved;
    REPORT(setresuid(0, 500, 0)); REPORT(open("/tmp/root-only", O_RDONLY)); REPORT(access("/tmp/root-only", R_OK)); REPORT(faccessat(AT_FDCWD, "/tmp/root-only", R_OK, AT_EACCESS)); REPORT(seteuid(0)); REPORT_OK(open("/tmp/root-only", O_RDONLY)); REPORT(setresuid(1, 2, 3)); REPORT(getresuid(&real, &effective, &saved));
    printf("%d %d %d\n", real, effective, saved);
    REPORT(setresuid(3, 1, 2)); REPORT(setresuid(4, -1, -1)); REPORT(setuid(3)); REPORT(seteuid(2)); REPORT(setresgid(7, 8, 9)); 
}

static void create(const char *path, int mode, int group) { close(open(path, O_WRONLY | O_CREAT, 0600)); chown(path, 0, group); chmod(path, mode); }
static void fileTooLarge(void) { struct rlimit limit = {1000, 1000}; setrlimit(RLIMIT_FSIZE, &limit); int file = open("/tmp/limited", O_RDWR | O_CREAT, 0600); char block[800] = ""; REPORT(write(file, block, 800)); REPORT(write(file, block, 800)); REPORT(write(file, block, 800)); }
static void fileTooLargeIgnored(void) { signal(SIGXFSZ, SIG_IGN); fileTooLarge(); REPORT(truncate("/tmp/limited", 2000)); }
static void processorTime(void) { struct rlimit limit = {1, 3}; setrlimit(RLIMIT_CPU, &limit); for (volatile long i = 0; ; i++) { } }
static void addressSpace(void) { struct rlimit limit = {50 << 20, 50 << 20}; setrlimit(RLIMIT_AS, &limit); REPORT(mmap(NULL, 100 << 20, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)); REPORT_OK(mmap(NULL, 10 << 20, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)); }
static void dataLimit(void) { struct rlimit limit = {1 << 20, 1 << 20}; setrlimit(RLIMIT_DATA, &limit); REPORT(sbrk(2 << 20)); }

int main(void) {
    umask(0);
    create("/tmp/root-only", 0600, 0); create("/tmp/world", 0644, 0); create("/tmp/group", 0640, 2000); mkdir("/tmp/closed", 0700); create("/tmp/closed/x", 0666, 0); chmod("/tmp", 01777);
    inChild("ordinary user", ordinaryUser);
    inChild("saved ids", savedIds);
    inChild("file too large", fileTooLarge); inChild("file too large, signal ignored", fileTooLargeIgnored); inChild("processor time", processorTime); inChild("address space", addressSpace); inChild("data", dataLimit);
    struct utsname names; REPORT(uname(&names)); printf("%s %s\n", names.sysname, names.machine);
    struct tms used; REPORT_OK(times(&used)); struct sysinfo system; REPORT(sysinfo(&system)); REPORT_TRUE(system.totalram > 0 && system.freeram > 0 && system.procs > 0 && system.mem_unit > 0);
    struct timespec resolution; REPORT(clock_getres(CLOCK_MONOTONIC, &resolution)); printf("resolution %ld ns\n", resolution.tv_nsec); REPORT(clock_gettime(99, &resolution)); struct timeval day; REPORT(gettimeofday(&day, NULL)); REPORT_TRUE(time(NULL) - day.tv_sec <= 1);
    long last = 0, backwards = 0; for (int i = 0; i < 20000; i++) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); long now = t.tv_sec * 1000000000 + t.tv_nsec; backwards += now < last; last = now; } printf("clock went backwards %ld times\n", backwards);
    struct timespec bad = {0, 1000000000}; REPORT(nanosleep(&bad, NULL)); bad = (struct timespec){-1, 0}; REPORT(nanosleep(&bad, NULL)); struct timespec past = {1, 0}; REPORT(clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &past, NULL)); REPORT(clock_nanosleep(99, 0, &past, NULL));
    REPORT(getpriority(PRIO_PROCESS, 0)); REPORT(prctl(PR_SET_NAME, "a name longer than fifteen")); char name[17] = ""; REPORT(prctl(PR_GET_NAME, name)); printf("%s\n", name); REPORT(prctl(999999)); REPORT(prctl(PR_SET_PDEATHSIG, 99)); REPORT(syscall(9999)); REPORT(syscall(-1L)); REPORT(sched_yield());
    REPORT(prctl(PR_SET_DUMPABLE, 0)); REPORT(prctl(PR_GET_DUMPABLE)); REPORT(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)); REPORT(syscall(SYS_getrandom, name, 16, 0)); REPORT(syscall(SYS_getrandom, name, 16, 99));
    return 0;
}
