// sigsuspend, sigtimedwait, sigwaitinfo, pending sets, alarm and interval timers, masks across fork and exec.
#include "report.h"
#include <sys/time.h>

static volatile sig_atomic_t ticks, seen;
static void tick(int signal) { ticks++; }
static void record(int signal) { seen = signal; }

static long elapsedMillis(struct timespec since) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (now.tv_sec - since.tv_sec) * 1000 + (now.tv_nsec - since.tv_nsec) / 1000000;
}

int main(void) {
    sigset_t set, none;
    siginfo_t info;
    struct timespec start, brief = {0, 100000000};
    sigemptyset(&none);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGRTMIN);
    sigaddset(&set, SIGCHLD);
    sigprocmask(SIG_BLOCK, &set, NULL);

    clock_gettime(CLOCK_MONOTONIC, &start);
    REPORT(sigtimedwait(&set, &info, &brief));
    REPORT_TRUE(elapsedMillis(start) >= 100);
    sigqueue(getpid(), SIGRTMIN, (union sigval){.sival_int = 5});
    raise(SIGUSR1);
    REPORT(sigwaitinfo(&set, &info));
    printf("code %d\n", info.si_code);
    REPORT(sigwaitinfo(&set, &info));
    printf("code %d value %d\n", info.si_code, info.si_value.sival_int);
    pid_t child = fork();
    if (child == 0) _exit(9);
    REPORT(sigwaitinfo(&set, &info));
    printf("code %d status %d child %d\n", info.si_code, info.si_status, info.si_pid == child);
    wait(NULL);
    int number;
    raise(SIGUSR1);
    REPORT(sigwait(&set, &number));
    printf("sigwait %d\n", number);
    struct timespec zero = {0, 0};
    REPORT(sigtimedwait(&set, &info, &zero));

    signal(SIGUSR1, record);
    raise(SIGUSR1);
    printf("seen before suspend %d\n", seen);
    REPORT(sigsuspend(&none));
    printf("seen after suspend %d\n", seen);
    sigset_t now;
    sigprocmask(SIG_BLOCK, NULL, &now);
    REPORT(sigismember(&now, SIGUSR1));

    signal(SIGALRM, tick);
    REPORT(alarm(100));
    REPORT(alarm(0) > 90);
    struct itimerval periodic = {{0, 30000}, {0, 30000}}, read;
    REPORT(setitimer(ITIMER_REAL, &periodic, NULL));
    while (ticks < 5) sigsuspend(&none);
    REPORT(getitimer(ITIMER_REAL, &read));
    REPORT_TRUE(read.it_interval.tv_usec == 30000 && read.it_value.tv_usec <= 30000);
    struct itimerval off = {{0, 0}, {0, 0}};
    REPORT(setitimer(ITIMER_REAL, &off, &read));
    printf("ticks at least 5: %d\n", ticks >= 5);
    REPORT(setitimer(99, &off, NULL));
    periodic.it_value.tv_usec = 1000000;
    REPORT(setitimer(ITIMER_REAL, &periodic, NULL));

    // A processor-time timer fires while the program computes.
    ticks = 0;
    signal(SIGVTALRM, tick);
    struct itimerval processor = {{0, 0}, {0, 50000}};
    REPORT(setitimer(ITIMER_VIRTUAL, &processor, NULL));
    for (volatile long i = 0; ticks == 0; i++) { }
    printf("virtual timer fired %d\n", ticks);

    // Pending signals are not inherited; masks and ignored signals are, also through exec.
    raise(SIGUSR1);
    if (fork() == 0) {
        sigpending(&now);
        printf("child: pending %d", sigismember(&now, SIGUSR1));
        sigprocmask(SIG_BLOCK, NULL, &now);
        printf(" blocked %d\n", sigismember(&now, SIGUSR1));
        exit(0);
    }
    wait(NULL);
    fflush(stdout);
    signal(SIGHUP, SIG_IGN);
    if (fork() == 0) { execl("/bin/busybox", "grep", "-E", "^Sig(Blk|Ign):", "/proc/self/status", NULL); _exit(9); }
    wait(NULL);
    REPORT(sigwaitinfo(&set, &info));
    timer_t timer;
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGRTMIN, .sigev_value = {.sival_int = 77}};
    if (REPORT(timer_create(CLOCK_MONOTONIC, &event, &timer)) == 0) {
        struct itimerspec once = {{0, 0}, {0, 20000000}};
        REPORT(timer_settime(timer, 0, &once, NULL));
        sigemptyset(&set);
        sigaddset(&set, SIGRTMIN);
        REPORT(sigwaitinfo(&set, &info) - SIGRTMIN);
        printf("code %d value %d\n", info.si_code, info.si_value.sival_int);
        REPORT(timer_delete(timer));
        REPORT(timer_delete(timer));
    }
    return 0;
}
