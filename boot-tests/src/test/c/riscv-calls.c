// riscv_hwprobe and riscv_flush_icache as Linux documents them: keys known and unknown, sets of processors, errors; code that is rewritten.
// only: riscv64
#include "report.h"

#define HWPROBE 258
#define FLUSH_ICACHE 259

static void probe(long key) {
    long pair[2] = {key, 7};
    REPORT(syscall(HWPROBE, pair, 1L, 0L, NULL, 0L));
    printf("key %ld: key %ld value %ld\n", key, pair[0], pair[1]);
}

int main(void) {
    for (long key = 3; key <= 5; key++) probe(key);
    probe(9999);
    probe(-1);
    long pairs[4] = {4, 0, 9999, 0};
    unsigned long processors[2] = {1, 0}, absent[2] = {0, 0};
    REPORT(syscall(HWPROBE, pairs, 2L, sizeof processors, processors, 0L));
    REPORT_TRUE(pairs[0] == 4 && pairs[1] == 3 && pairs[2] == -1 && pairs[3] == 0);
    REPORT(syscall(HWPROBE, pairs, 1L, sizeof absent, absent, 0L));
    REPORT(syscall(HWPROBE, pairs, 1L, sizeof absent, 16L, 0L));
    REPORT(syscall(HWPROBE, pairs, 0L, 0L, NULL, 0L));
    REPORT(syscall(HWPROBE, pairs, 1L, 0L, NULL, 0x80L));
    REPORT(syscall(HWPROBE, 16L, 1L, 0L, NULL, 0L));

    unsigned *code = mmap(NULL, PAGE, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int stale = 0;
    for (unsigned i = 0; i < 1000; i++) {
        code[0] = 0x00000513 | i << 20; // li a0, i
        code[1] = 0x00008067; // ret
        if (syscall(FLUSH_ICACHE, code, code + 2, i & 1L) != 0) perror("riscv_flush_icache");
        stale += ((unsigned (*)(void))code)() != i;
    }
    printf("stale %d\n", stale);
    REPORT(syscall(FLUSH_ICACHE, 0L, 0L, 2L));
    return 0;
}
