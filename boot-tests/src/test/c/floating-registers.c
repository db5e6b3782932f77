// f0 to f31 and fcsr survive preemption, system calls, fork and signal handlers; handlers see and change them in their frame.
// only: riscv64
#include "report.h"
#include <fenv.h>
#include <stddef.h>
#include <sys/time.h>
#include <ucontext.h>

#define EACH(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15) X(16) X(17) X(18) X(19) X(20) X(21) \
    X(22) X(23) X(24) X(25) X(26) X(27) X(28) X(29) X(30) X(31)
#define LOAD(n) "fld f" #n ", " #n "*8(%1)\n"
#define STORE(n) "fsd f" #n ", " #n "*8(%2)\n"

static volatile sig_atomic_t ticks;
static void clobber(int signal) {
    ticks++;
    __asm__ volatile("fmv.d.x f0, zero; fmv.d.x f9, zero; fmv.d.x f27, zero; fmv.d.x f31, zero; fsrmi 1; fsflagsi 0" : : : "f0", "f9", "f27", "f31");
}

// Keeps a pattern in all registers over a long loop and counts how often it came back changed.
static long hold(long seed) {
    long wrong = 0;
    for (int round = 0; round < 100; round++) {
        unsigned long in[32], out[32], control;
        for (int i = 0; i < 32; i++) in[i] = seed * 0x9e3779b97f4a7c15 + i * 77 + round;
        __asm__ volatile("fsrmi 3\nfsflagsi 5\n" EACH(LOAD) "li t0, 200000\n1: addi t0, t0, -1\nbnez t0, 1b\n" EACH(STORE) "frcsr %0\nfsrmi 0"
                         : "=r"(control) : "r"(in), "r"(out)
                         : "t0", "memory", "f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12", "f13", "f14", "f15", "f16",
                           "f17", "f18", "f19", "f20", "f21", "f22", "f23", "f24", "f25", "f26", "f27", "f28", "f29", "f30", "f31");
        wrong += memcmp(in, out, sizeof in) != 0 || control != (3 << 5 | 5);
    }
    return wrong;
}

static unsigned long seenRegister;
static unsigned seenControl;
static int seenCode;
static void rewriting(int signal, siginfo_t *info, void *context) {
    ucontext_t *user = context;
    struct __riscv_mc_d_ext_state *state = &user->uc_mcontext.__fpregs.__d;
    seenRegister = state->__f[9];
    seenControl = state->__fcsr;
    seenCode = info->si_code;
    state->__f[10] = 0x4008000000000000; // 3.0
    state->__fcsr = 0;
    user->uc_mcontext.__gregs[REG_PC] += 4;
    user->uc_mcontext.__gregs[REG_A0] = 77;
}

int main(void) {
    int status;
    for (long child = 1; child <= 4; child++) if (fork() == 0) _exit(hold(child) != 0);
    for (int i = 0; i < 4; i++) { wait(&status); reportStatus("registers held by competing processes", status); }

    signal(SIGALRM, clobber);
    struct itimerval timer = {{0, 5000}, {0, 5000}};
    setitimer(ITIMER_REAL, &timer, NULL);
    long wrong = 0;
    for (int i = 0; i < 3 || ticks < 10; i++) wrong += hold(99);
    timer = (struct itimerval){{0, 0}, {0, 0}};
    setitimer(ITIMER_REAL, &timer, NULL);
    printf("wrong after handlers that clobber: %ld, handlers ran: %d\n", wrong, ticks >= 10);

    struct sigaction rewrite = {.sa_sigaction = rewriting, .sa_flags = SA_SIGINFO};
    sigaction(SIGILL, &rewrite, NULL);
    register long general __asm__("a0") = 5;
    double rewritten;
    unsigned control;
    __asm__ volatile("li t0, 0x1234567; fmv.d.x f9, t0; fsrmi 2; .word 0xc0001073; fmv.d %0, f10; frcsr %1; fsrmi 0"
                     : "=f"(rewritten), "=r"(control), "+r"(general) : : "f9", "f10", "t0", "memory");
    long number = general;
    printf("handler saw f9 %lx fcsr %x code %d; afterwards f10 %g fcsr %x a0 %ld\n", seenRegister, seenControl, seenCode, rewritten, control, number);
    printf("frame %zu %zu %zu\n", offsetof(ucontext_t, uc_mcontext), offsetof(ucontext_t, uc_sigmask), sizeof(ucontext_t));

    fesetround(FE_UPWARD);
    volatile double one = 1, three = 3;
    fflush(stdout);
    if (fork() == 0) { printf("child rounds %s\n", fegetround() == FE_UPWARD ? "up" : "otherwise"); fesetround(FE_DOWNWARD); exit(0); }
    wait(NULL);
    printf("%.20f %d\n", one / three, fegetround() == FE_UPWARD);
    fesetround(FE_TONEAREST);
    printf("%.20f %.15Lf %a\n", one / three, 1.0L / 3, 0.1);
    return 0;
}
