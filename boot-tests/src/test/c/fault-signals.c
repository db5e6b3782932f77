// Every way a program can fault: the signal that kills it by default, and the siginfo that a handler sees.
// only: x86_64
#include "report.h"
#include <limits.h>

static volatile long zero;
static volatile int sink;
static char data[64] __attribute__((aligned(16))) = {(char)0xc3};
static const int constant = 7;
static long faultBase;

static void readNull(void) { sink = *(volatile int *)zero; }
static void writeNull(void) { *(volatile int *)zero = 1; }
static void readPageZeroEnd(void) { sink = *(volatile char *)(zero + 4095); }
static void jumpNull(void) { ((void (*)(void))zero)(); }
static void readKernel(void) { sink = *(volatile int *)(0xffffffff80000000 + zero); }
static void writeKernel(void) { *(volatile int *)(0xffffffff80000000 + zero) = 1; }
static void readDirectMap(void) { sink = *(volatile int *)(0xffff888000000000 + zero); }
static void jumpKernel(void) { ((void (*)(void))(0xffffffff80000000 + zero))(); }
static void readNonCanonical(void) { sink = *(volatile int *)(0x8000000000000000 + zero); }
static void readUserEnd(void) { sink = *(volatile int *)(0x00007ffffffff000 + zero); }
static void executeData(void) { ((void (*)(void))(zero + (long)data))(); }
static void executeStack(void) { char code[16] = {(char)0xc3}; ((void (*)(void))(zero + (long)code))(); }
static void writeText(void) { *(volatile char *)(zero + (long)&writeText) = 0; }
static void writeConstant(void) { *(volatile int *)(zero + (long)&constant) = 8; }
static volatile int bottom = -1;
static int recurse(int depth) { if (depth == bottom) return 0; volatile char frame[4096]; frame[0] = (char)depth; return recurse(depth + 1) + frame[0]; }
static void overflowStack(void) { sink = recurse(0); }
static void divideByZero(void) { __asm__ volatile("xorl %%edx, %%edx; divl %0" : : "r"((int)zero), "a"(1) : "edx", "cc"); }
static void divideOverflow(void) { volatile int least = INT_MIN; sink = least / ((int)zero - 1); }
static void illegalInstruction(void) { __asm__ volatile("ud2"); }
static void breakpoint(void) { __asm__ volatile("int3"); }
static void halt(void) { __asm__ volatile("hlt"); }
static void disableInterrupts(void) { __asm__ volatile("cli"); }
static void readControlRegister(void) { long value; __asm__ volatile("mov %%cr0, %0" : "=r"(value)); sink = (int)value; }
static void portOutput(void) { __asm__ volatile("outb %%al, $0x80" : : "a"(0)); }
static void softwareInterrupt(void) { __asm__ volatile("int $0x20"); }
static void misalignedVector(void) { __asm__ volatile("movaps 1(%0), %%xmm0" : : "r"(data) : "xmm0"); }
static void singleStep(void) { __asm__ volatile("pushf; orl $0x100, (%%rsp); popf; nop; nop" : : : "memory", "cc"); }
static void readUnmapped(void) {
    char *page = mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    munmap(page, PAGE);
    faultBase = (long)page;
    sink = page[123];
}
static void writeReadOnly(void) {
    char *page = mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    faultBase = (long)page;
    page[77] = 1;
}
static void readProtectedNone(void) {
    char *page = mmap(NULL, PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    faultBase = (long)page;
    sink = page[5];
}
static void readPastEndOfFile(void) {
    int file = open("/tmp/short", O_RDWR | O_CREAT, 0600);
    char *page = mmap(NULL, PAGE, PROT_READ, MAP_SHARED, file, 0);
    faultBase = (long)page;
    sink = page[9];
}

static const struct { const char *name; void (*body)(void); } faults[] = {
    {"read address 0", readNull}, {"write address 0", writeNull}, {"read address 4095", readPageZeroEnd},
    {"jump to address 0", jumpNull}, {"read kernel text", readKernel}, {"write kernel text", writeKernel},
    {"read direct map", readDirectMap}, {"jump to kernel", jumpKernel}, {"read non-canonical", readNonCanonical},
    {"read end of user space", readUserEnd}, {"execute data", executeData}, {"execute stack", executeStack},
    {"write text", writeText}, {"write constant", writeConstant}, {"overflow stack", overflowStack},
    {"divide by zero", divideByZero}, {"divide overflow", divideOverflow}, {"illegal instruction", illegalInstruction},
    {"breakpoint", breakpoint}, {"halt", halt}, {"disable interrupts", disableInterrupts},
    {"read cr0", readControlRegister}, {"port output", portOutput}, {"software interrupt", softwareInterrupt},
    {"misaligned vector", misalignedVector}, {"single step", singleStep}, {"read unmapped", readUnmapped},
    {"write read-only", writeReadOnly}, {"read PROT_NONE", readProtectedNone}, {"read past end of file", readPastEndOfFile},
};

static void describe(int signal, siginfo_t *info, void *context) {
    long address = (long)info->si_addr;
    char place[64];
    if (address >= (long)data && address < (long)data + 64) snprintf(place, sizeof place, "data");
    else if (faultBase && address >= faultBase && address < faultBase + PAGE) snprintf(place, sizeof place, "page+%ld", address - faultBase);
    else if (address >= 0 && address < 65536) snprintf(place, sizeof place, "%ld", address);
    else if (address < 0) snprintf(place, sizeof place, "%lx", address);
    else if (address > 0x7f0000000000) snprintf(place, sizeof place, "stack or mapping");
    else snprintf(place, sizeof place, "image");
    printf("  SIG%s code %d address %s\n", sigabbrev_np(signal), info->si_code, signal == SIGTRAP ? "-" : place);
    fflush(stdout);
    _exit(1);
}

static int chosen;
static void plain(void) { faults[chosen].body(); }
static void handled(void) {
    static char stack[65536];
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternate, NULL);
    struct sigaction action = {.sa_sigaction = describe, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    for (int signal = 1; signal < 32; signal++) sigaction(signal, &action, NULL);
    faults[chosen].body();
}
static void ignored(void) {
    signal(SIGSEGV, SIG_IGN);
    readNull();
}
static void blocked(void) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    readNull();
}

int main(void) {
    for (chosen = 0; chosen < (int)(sizeof faults / sizeof faults[0]); chosen++) {
        inChild(faults[chosen].name, plain);
        inChild(faults[chosen].name, handled);
    }
    inChild("ignored fault", ignored);
    inChild("blocked fault", blocked);
    unlink("/tmp/short");
    return 0;
}
