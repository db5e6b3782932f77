// What programs about faults share: each body is run twice in a child, with default actions and with a handler that prints the siginfo.
#include "report.h"

static volatile long zero;
static volatile int sink;
static char data[64] __attribute__((aligned(16))) = {(char)0xc3};
static long faultBase;

struct fault { const char *name; void (*body)(void); };

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

static const struct fault *chosen;
static void plain(void) { chosen->body(); }
static void handled(void) {
    static char stack[65536];
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternate, NULL);
    struct sigaction action = {.sa_sigaction = describe, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    for (int signal = 1; signal < 32; signal++) sigaction(signal, &action, NULL);
    chosen->body();
}
static void runAll(const struct fault *faults, int count) {
    for (chosen = faults; chosen < faults + count; chosen++) {
        inChild(chosen->name, plain);
        inChild(chosen->name, handled);
    }
}
