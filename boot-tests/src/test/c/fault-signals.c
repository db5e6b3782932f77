// Every way a program can fault on any processor: the signal that kills it by default, and the siginfo that a handler sees.
#include "faults.h"

static const int constant = 7;

static void readNull(void) { sink = *(volatile int *)zero; }
static void writeNull(void) { *(volatile int *)zero = 1; }
static void readPageZeroEnd(void) { sink = *(volatile char *)(zero + 4095); }
static void jumpNull(void) { ((void (*)(void))zero)(); }
static void readKernel(void) { sink = *(volatile int *)(0xffffffff80000000 + zero); }
static void writeKernel(void) { *(volatile int *)(0xffffffff80000000 + zero) = 1; }
static void readDirectMap(void) { sink = *(volatile int *)(0xffff888000000000 + zero); }
static void jumpKernel(void) { ((void (*)(void))(0xffffffff80000000 + zero))(); }
static void executeData(void) { ((void (*)(void))(zero + (long)data))(); }
static void executeStack(void) { char code[16] = {(char)0xc3}; ((void (*)(void))(zero + (long)code))(); }
static void writeText(void) { *(volatile char *)(zero + (long)&writeText) = 0; }
static void writeConstant(void) { *(volatile int *)(zero + (long)&constant) = 8; }
static volatile int bottom = -1;
static int recurse(int depth) { if (depth == bottom) return 0; volatile char frame[4096]; frame[0] = (char)depth; return recurse(depth + 1) + frame[0]; }
static void overflowStack(void) { sink = recurse(0); }
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

static const struct fault faults[] = {
    {"read address 0", readNull}, {"write address 0", writeNull}, {"read address 4095", readPageZeroEnd},
    {"jump to address 0", jumpNull}, {"read kernel text", readKernel}, {"write kernel text", writeKernel},
    {"read direct map", readDirectMap}, {"jump to kernel", jumpKernel}, {"execute data", executeData},
    {"execute stack", executeStack}, {"write text", writeText}, {"write constant", writeConstant},
    {"overflow stack", overflowStack}, {"read unmapped", readUnmapped}, {"write read-only", writeReadOnly},
    {"read PROT_NONE", readProtectedNone}, {"read past end of file", readPastEndOfFile},
};

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
    runAll(faults, sizeof faults / sizeof faults[0]);
    inChild("ignored fault", ignored);
    inChild("blocked fault", blocked);
    unlink("/tmp/short");
    return 0;
}
