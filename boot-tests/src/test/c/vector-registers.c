// Floating-point and vector registers survive preemption, system calls, fork and signal handlers; rounding modes stay per process; FS has limits.
// only: x86_64
#include "report.h"
#include <cpuid.h>
#include <fenv.h>
#include <math.h>
#include <sys/time.h>

static volatile sig_atomic_t ticks;
static void clobber(int signal) {
    ticks++;
    __asm__ volatile("pxor %%xmm0, %%xmm0; pxor %%xmm1, %%xmm1; pxor %%xmm7, %%xmm7; pxor %%xmm15, %%xmm15; fninit" : : : "xmm0", "xmm1", "xmm7", "xmm15");
}

// Keeps a pattern in registers over a long loop and counts how often it came back changed.
static long holdSse(long seed) {
    long wrong = 0;
    for (int round = 0; round < 200; round++) {
        unsigned long in[2] = {seed * 0x9e3779b97f4a7c15 + round, ~seed}, out0[2], out15[2];
        __asm__ volatile("movdqu %3, %%xmm0; movdqu %3, %%xmm15; mov $200000, %%rcx; 1: dec %%rcx; jnz 1b; movdqu %%xmm0, %0; movdqu %%xmm15, %1"
                         : "=m"(out0), "=m"(out15), "+m"(in) : "m"(in) : "rcx", "xmm0", "xmm15");
        wrong += memcmp(in, out0, 16) != 0 || memcmp(in, out15, 16) != 0;
    }
    return wrong;
}

static int hasAvx(void) {
    unsigned a, b, c, d, low, high;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_OSXSAVE) || !(c & bit_AVX)) return 0;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return (low & 6) == 6;
}

__attribute__((target("avx"))) static long holdAvx(long seed) {
    long wrong = 0;
    for (int round = 0; round < 200; round++) {
        unsigned long in[4] = {seed + round, ~seed, seed * 77, 0x0123456789abcdef}, out[4];
        __asm__ volatile("vmovdqu %1, %%ymm6; mov $200000, %%rcx; 1: dec %%rcx; jnz 1b; vmovdqu %%ymm6, %0" : "=m"(out) : "m"(in) : "rcx", "xmm6");
        wrong += memcmp(in, out, 32) != 0;
    }
    return wrong;
}

int main(void) {
    int status;
    for (long child = 1; child <= 4; child++) if (fork() == 0) _exit(holdSse(child) + (hasAvx() ? holdAvx(child) : 0) != 0);
    for (int i = 0; i < 4; i++) { wait(&status); reportStatus("registers held by competing processes", status); }

    signal(SIGALRM, clobber);
    struct itimerval timer = {{0, 5000}, {0, 5000}};
    setitimer(ITIMER_REAL, &timer, NULL);
    long wrong = 0;
    for (int i = 0; i < 3 || ticks < 10; i++) wrong += holdSse(99) + (hasAvx() ? holdAvx(99) : 0);
    timer = (struct itimerval){{0, 0}, {0, 0}};
    setitimer(ITIMER_REAL, &timer, NULL);
    printf("wrong after handlers that clobber: %ld, handlers ran: %d\n", wrong, ticks >= 10);

    fesetround(FE_UPWARD);
    volatile double one = 1, three = 3;
    fflush(stdout);
    if (fork() == 0) { printf("child rounds %s\n", fegetround() == FE_UPWARD ? "up" : "otherwise"); fesetround(FE_DOWNWARD); exit(0); }
    wait(NULL);
    printf("%.20f %d\n", one / three, fegetround() == FE_UPWARD);
    fesetround(FE_TONEAREST);
    printf("%.20f %.15Lf %a\n", one / three, 1.0L / 3, 0.1);
    volatile double sum = 0;
    for (int i = 1; i <= 100000; i++) sum += 1.0 / i;
    printf("%.12f\n", sum);
    unsigned control;
    __asm__ volatile("stmxcsr %0" : "=m"(control));
    printf("mxcsr masks %x\n", control & 0x1f80);
    unsigned short x87;
    __asm__ volatile("fnstcw %0" : "=m"(x87));
    printf("x87 control %x\n", x87);
    REPORT(syscall(SYS_arch_prctl, 0x1002, 0x8000000000000000)); // ARCH_SET_FS
    REPORT(syscall(SYS_arch_prctl, 0x9999, 0));
    return 0;
}

