// Instructions that a program may not execute, misaligned accesses, accesses across the end of a mapping, and jumps anywhere: signal, code and address.
// only: riscv64
#include "report.h"
#include <setjmp.h>
#include <ucontext.h>

static char *page; // two pages of code, of which the second is unmapped later
static long target;
static sigjmp_buf back;

static void place(const char *what, long address, long counter) {
    if (address == target) printf(" %s target", what);
    else if (address >= (long)page && address < (long)page + 2 * PAGE) printf(" %s page+%ld", what, address - (long)page);
    else printf(" %s %s", what, address == counter ? "counter" : "elsewhere");
}
static void describe(int signal, siginfo_t *info, void *context) {
    long counter = ((ucontext_t *)context)->uc_mcontext.__gregs[REG_PC];
    printf("  SIG%s code %d errno %d", sigabbrev_np(signal), info->si_code, info->si_errno);
    place("address", (long)info->si_addr, counter);
    place("counter", counter, -1);
    putchar('\n');
    siglongjmp(back, 1);
}
static void handle(void) {
    static const int signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE};
    struct sigaction action = {.sa_sigaction = describe, .sa_flags = SA_SIGINFO};
    for (int i = 0; i < 5; i++) sigaction(signals[i], &action, NULL);
}
static void call(const char *name, long address) {
    printf("%s\n", name);
    target = address & ~1L;
    if (sigsetjmp(back, 1) == 0) { ((void (*)(long))address)((long)page + PAGE); printf("  returned\n"); }
}
// Runs instructions with the address of the second page in a0, with a handler and, in a child, with none.
static void instructions(const char *name, unsigned first, unsigned second) {
    unsigned *code = (unsigned *)page;
    code[0] = first, code[1] = second, code[2] = 0x00008067; // ret
    __builtin___clear_cache(page, page + 12);
    call(name, (long)page);
    fflush(stdout);
    if (fork() == 0) {
        for (int signal = 1; signal < 32; signal++) sigaction(signal, &(struct sigaction){.sa_handler = SIG_DFL}, NULL);
        ((void (*)(long))page)((long)page + PAGE);
        _exit(0);
    }
    int status;
    wait(&status);
    reportStatus("  unhandled", status);
}
static void read_(const char *name, long address) {
    printf("%s\n", name);
    target = address;
    if (sigsetjmp(back, 1) == 0) { char seen = *(volatile char *)address; printf("  read %d\n", seen); }
}

int main(void) {
    static const struct { const char *name; unsigned first, second; } cases[] = {
        {"zeros", 0, 0}, {"ones", 0xffffffff, 0x13}, {"unimp", 0xc0001073, 0x13}, {"csrr sstatus", 0x10002573, 0x13}, {"csrw time", 0xc0151073, 0x13},
        {"rdtime", 0xc0102573, 0x13}, {"mret", 0x30200073, 0x13}, {"sret", 0x10200073, 0x13}, {"wfi", 0x10500073, 0x13}, {"sfence.vma", 0x12000073, 0x13},
        {"hfence.vvma", 0x22000073, 0x13}, {"ebreak", 0x00100073, 0x13}, {"c.ebreak", 0x00019002, 0x13}, {"vsetvli", 0x0c0572d7, 0x13}, {"fadd.q", 0x06b57553, 0x13},
        {"rounding mode 5", 0x02b55553, 0x13}, {"fence.i", 0x0000100f, 0x13}, {"pause", 0x0100000f, 0x13}, {"custom-0", 0x0000000b, 0x13},
        {"amoadd.w misaligned", 0x00150513, 0x00a5252f}, {"amoadd.d misaligned", 0x00450513, 0x00a5352f}, {"lr.w misaligned", 0x00150513, 0x100522af},
        {"lw misaligned", 0x00150513, 0x00052503}, {"ld across pages", 0xffc50513, 0x00053503}, {"sd across pages", 0xffd50513, 0x00a53023},
        {"flw misaligned", 0x00150513, 0x00052507}, {"fsd misaligned", 0x00350513, 0x00a53027},
    };
    page = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    handle();
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) instructions(cases[i].name, cases[i].first, cases[i].second);

    munmap(page + PAGE, PAGE);
    *(short *)(page + PAGE - 2) = 0x0013;
    call("32-bit instruction across the end", (long)page + PAGE - 2);
    call("end", (long)page + PAGE);
    read_("read at the end", (long)page + PAGE);
    printf("ld across the end\n");
    if (sigsetjmp(back, 1) == 0) printf("  read %ld\n", *(volatile long *)(page + PAGE - 4));
    *(int *)(page + PAGE - 4) = 77;
    printf("sd across the end\n");
    if (sigsetjmp(back, 1) == 0) *(volatile long *)(page + PAGE - 4) = -1;
    printf("  kept %d\n", *(int *)(page + PAGE - 4));

    static const long wild[] = {16, 1L << 46, 1L << 47, 1L << 55, 1L << 63, -8, -1L << 38, -1L << 31};
    for (unsigned i = 0; i < sizeof wild / sizeof wild[0]; i++) {
        char name[40];
        snprintf(name, sizeof name, "%#lx", wild[i]);
        call(name, wild[i]);
        read_(name, wild[i]);
    }

    char *mapping = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    *(int *)mapping = 0x00008067; // ret
    mprotect(mapping, PAGE, PROT_EXEC);
    call("call where only PROT_EXEC", (long)mapping);
    mprotect(mapping, PAGE, PROT_WRITE);
    read_("read where only PROT_WRITE", (long)mapping);
    call("call where only PROT_WRITE", (long)mapping);
    return 0;
}
