// Signal handlers: masks, nesting, SA_RESTART and EINTR, SA_NODEFER, SA_RESETHAND, queued real-time signals, siginfo, sigaltstack.
#include "report.h"
#include <sys/time.h>
#include <ucontext.h>

static volatile sig_atomic_t count, depth, deepest, onAlternate;
static char alternate[65536];
static int pipeEnds[2];

static void counting(int signal) { count++; }
static void nesting(int signal) {
    depth++;
    if (depth > deepest) deepest = depth;
    if (count++ < 3) raise(signal);
    depth--;
}
static void describing(int signal, siginfo_t *info, void *context) {
    printf("SIG%s code %d pid %s value %d\n", sigabbrev_np(signal) ? sigabbrev_np(signal) : "RT", info->si_code,
           info->si_pid == getpid() ? "self" : info->si_pid == 0 ? "0" : "other", info->si_value.sival_int);
}
static void whichStack(int signal) {
    char here;
    onAlternate = &here >= alternate && &here < alternate + sizeof alternate;
}
static void rewriting(int signal, siginfo_t *info, void *context) {
    ucontext_t *user = context;
#ifdef __riscv
    user->uc_mcontext.__gregs[REG_PC] += 4; // past unimp
    user->uc_mcontext.__gregs[REG_A0] = 1234;
#else
    user->uc_mcontext.gregs[REG_RIP] += 2; // past ud2
    user->uc_mcontext.gregs[REG_RAX] = 1234;
#endif
}

static void install(int signal, void (*handler)(int), int flags) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&action.sa_mask);
    if (sigaction(signal, &action, NULL) == -1) perror("sigaction");
}

static void alarmIn(long millis) {
    struct itimerval timer = {.it_value = {0, millis * 1000}};
    setitimer(ITIMER_REAL, &timer, NULL);
}

// Again and again, as the first may come before the call that it is to interrupt; 0 for no more.
static void alarmEvery(long millis) {
    struct itimerval timer = {.it_interval = {0, millis * 1000}, .it_value = {0, millis * 1000}};
    setitimer(ITIMER_REAL, &timer, NULL);
}

int main(void) {
    sigset_t set, old, pending;
    install(SIGUSR1, counting, 0);
    raise(SIGUSR1);
    kill(getpid(), SIGUSR1);
    printf("delivered %d\n", count);

    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, &old);
    REPORT(sigismember(&old, SIGUSR1));
    for (int i = 0; i < 5; i++) raise(SIGUSR1);
    printf("blocked: delivered %d\n", count);
    sigpending(&pending);
    REPORT(sigismember(&pending, SIGUSR1));
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    printf("merged into one: delivered %d\n", count);

    count = 0;
    install(SIGUSR2, nesting, 0);
    raise(SIGUSR2);
    printf("deferred: count %d deepest %d\n", count, deepest);
    count = deepest = 0;
    install(SIGUSR2, nesting, SA_NODEFER);
    raise(SIGUSR2);
    printf("nodefer: count %d deepest %d\n", count, deepest);
    install(SIGUSR2, counting, SA_RESETHAND);
    raise(SIGUSR2);
    struct sigaction action;
    sigaction(SIGUSR2, NULL, &action);
    REPORT_TRUE(action.sa_handler == SIG_DFL);

    struct sigaction informed = {.sa_sigaction = describing, .sa_flags = SA_SIGINFO};
    sigaction(SIGUSR2, &informed, NULL);
    sigaction(SIGRTMIN + 3, &informed, NULL);
    kill(getpid(), SIGUSR2);
    raise(SIGUSR2);
    sigqueue(getpid(), SIGUSR2, (union sigval){.sival_int = 42});
    sigemptyset(&set);
    sigaddset(&set, SIGRTMIN + 3);
    sigprocmask(SIG_BLOCK, &set, NULL);
    for (int i = 1; i <= 4; i++) sigqueue(getpid(), SIGRTMIN + 3, (union sigval){.sival_int = i});
    sigprocmask(SIG_UNBLOCK, &set, NULL);

    struct sigaction child = {.sa_sigaction = describing, .sa_flags = SA_SIGINFO | SA_RESTART};
    sigaction(SIGCHLD, &child, NULL);
    if (fork() == 0) _exit(6);
    wait(NULL);
    signal(SIGCHLD, SIG_DFL);

    // EINTR and SA_RESTART on a blocking read.
    pipe(pipeEnds);
    char byte;
    count = 0;
    install(SIGALRM, counting, 0);
    alarmEvery(100);
    REPORT(read(pipeEnds[0], &byte, 1));
    alarmEvery(0);
    int interrupted = count > 0;
    count = 0;
    install(SIGALRM, counting, SA_RESTART);
    alarmIn(100);
    if (fork() == 0) { sleepMillis(300); write(pipeEnds[1], "r", 1); _exit(0); }
    REPORT(read(pipeEnds[0], &byte, 1));
    printf("alarms %d\n", interrupted + count);
    wait(NULL);
    struct timespec minute = {60, 0}, left = {0, 0};
    alarmEvery(200);
    REPORT(nanosleep(&minute, &left));
    REPORT_TRUE(left.tv_sec > 0 && left.tv_sec < 60);
    REPORT(pause());
    alarmIn(100);
    if (fork() == 0) { sleepMillis(300); _exit(4); }
    int status;
    REPORT_OK(wait(&status));
    install(SIGALRM, counting, 0);
    if (fork() == 0) { read(pipeEnds[0], &byte, 1); _exit(4); }
    alarmEvery(100);
    REPORT(wait(&status));
    alarmEvery(0);
    write(pipeEnds[1], "g", 1);
    REPORT_OK(wait(&status));

    // Every non-restartable call gets EINTR; the handler runs before it returns.
    sigemptyset(&set);
    alarmEvery(100);
    REPORT(sigsuspend(&set));
    alarmEvery(0);
    install(SIGALRM, SIG_IGN, 0);

    stack_t stack = {.ss_sp = alternate, .ss_size = sizeof alternate}, previous;
    REPORT(sigaltstack(&stack, NULL));
    install(SIGUSR1, whichStack, SA_ONSTACK);
    raise(SIGUSR1);
    printf("on alternate stack: %d\n", onAlternate);
    install(SIGUSR1, whichStack, 0);
    raise(SIGUSR1);
    printf("on normal stack: %d\n", !onAlternate);
    REPORT(sigaltstack(NULL, &previous));
    REPORT_TRUE(previous.ss_sp == alternate && previous.ss_size == sizeof alternate && previous.ss_flags == 0);
    stack.ss_size = 100;
    REPORT(sigaltstack(&stack, NULL));

    struct sigaction rewrite = {.sa_sigaction = rewriting, .sa_flags = SA_SIGINFO};
    sigaction(SIGILL, &rewrite, NULL);
#ifdef __riscv
    register long result __asm__("a0") = 1;
    __asm__ volatile(".word 0xc0001073" : "+r"(result) : : "memory");
#else
    long result;
    __asm__ volatile("ud2" : "=a"(result) : "a"(1L) : "memory");
#endif
    printf("register rewritten by handler: %ld\n", result);

    REPORT(kill(getpid(), 0));
    REPORT(kill(getpid(), 65));
    REPORT(kill(getpid(), -1));
    REPORT(kill(999999, SIGTERM));
    REPORT(syscall(SYS_rt_sigaction, SIGKILL, &rewrite, NULL, 8));
    REPORT(syscall(SYS_rt_sigaction, 0, NULL, NULL, 8));
    REPORT(syscall(SYS_rt_sigaction, SIGUSR1, NULL, NULL, 4));
    REPORT(syscall(SYS_rt_sigprocmask, 7, &set, NULL, 8));
    return 0;
}
