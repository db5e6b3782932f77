// mmap, munmap, mprotect, mremap, madvise and brk: addresses, flags, errors, contents, and the VMA boundaries left behind.
// linkage: -static -Wl,-Ttext-segment=0x400000
#include "report.h"

#ifdef __riscv
#define RETURN_42 "\x13\x05\xa0\x02\x82\x80"
#else
#define RETURN_42 "\xb8\x2a\x00\x00\x00\xc3"
#endif

static char *map(void *at, long pages, int protection, int flags) {
    return mmap(at, pages * PAGE, protection, flags | MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static char *target;
static void touchRead(void) { volatile char c = *target; (void)c; }
static void touchWrite(void) { *(volatile char *)target = 1; }

static void probe(const char *what, char *address) {
    target = address;
    inChild(what, touchRead);
    inChild(what, touchWrite);
}

static void anonymous(void) {
    char *base = map(NULL, 8, PROT_READ | PROT_WRITE, 0);
    long sum = 0;
    for (long i = 0; i < 8 * PAGE; i++) sum += base[i];
    REPORT_TRUE(sum == 0);
    memset(base, 'x', 8 * PAGE);
    REPORT(munmap(base + 2 * PAGE, PAGE));
    REPORT_TRUE(base[PAGE] == 'x' && base[3 * PAGE] == 'x');
    probe("hole", base + 2 * PAGE);
    REPORT_TRUE(map(base + 2 * PAGE, 1, PROT_READ, MAP_FIXED) == base + 2 * PAGE);
    probe("read-only filling", base + 2 * PAGE);
    REPORT(mprotect(base + 2 * PAGE, PAGE, PROT_READ | PROT_WRITE));
    base[2 * PAGE] = 'y';
    REPORT_TRUE(map(base + 4 * PAGE, 1, PROT_READ, MAP_FIXED_NOREPLACE) == MAP_FAILED && errno == EEXIST);
    REPORT_TRUE(map(base + 4 * PAGE, 2, PROT_READ | PROT_WRITE, MAP_FIXED) == base + 4 * PAGE && base[4 * PAGE] == 0);
    REPORT(mprotect(base, 8 * PAGE, PROT_NONE));
    probe("no access", base + PAGE);
    REPORT(mprotect(base, 3 * PAGE, PROT_READ | PROT_WRITE));
    REPORT_TRUE(base[0] == 'x' && base[2 * PAGE] == 'y');
    REPORT(munmap(base, 8 * PAGE));
    REPORT(munmap(base, 8 * PAGE));
}

static void errors(void) {
    REPORT(mmap(NULL, 0, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    REPORT(mmap(NULL, PAGE, PROT_READ, MAP_ANONYMOUS, -1, 0));
    REPORT(mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, -1, 0));
    REPORT(mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, 0, 1));
    REPORT(mmap((void *)1, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0));
    // an address that neither four nor five levels of page tables reach
    REPORT(mmap((void *)0x7ffffffffffff000, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0));
    REPORT(mmap(NULL, 1L << 47, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    REPORT(munmap((void *)1, PAGE));
    REPORT(munmap((void *)0x10000, 0));
    REPORT(munmap((void *)0xffffffff80000000, PAGE));
    REPORT(mprotect((void *)1, PAGE, PROT_READ));
    REPORT(mprotect((void *)0x10000, PAGE, PROT_READ));
    REPORT(mprotect((void *)0x10000, 0, PROT_READ));
    REPORT(msync((void *)0x10000, PAGE, MS_SYNC));
    REPORT(madvise((void *)0x10000, PAGE, MADV_DONTNEED));
    REPORT(madvise((void *)1, PAGE, MADV_DONTNEED));
}

static void remapping(void) {
    char *base = map(NULL, 4, PROT_READ | PROT_WRITE, 0);
    memset(base, 'm', 4 * PAGE);
    REPORT_TRUE(mremap(base, 4 * PAGE, 2 * PAGE, 0) == base);
    probe("after shrinking", base + 2 * PAGE);
    char *moved = mremap(base, 2 * PAGE, 64 * PAGE, MREMAP_MAYMOVE);
    REPORT_TRUE(moved != MAP_FAILED && moved[0] == 'm' && moved[2 * PAGE - 1] == 'm' && moved[2 * PAGE] == 0);
    char *place = map(NULL, 64, PROT_NONE, 0);
    REPORT_TRUE(mremap(moved, 64 * PAGE, 64 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, place) == place && place[0] == 'm');
    if (moved != place) probe("old place", moved);
    map(place + 64 * PAGE, 1, PROT_READ, MAP_FIXED);
    REPORT(mremap(place, 64 * PAGE, 65 * PAGE, 0));
    REPORT(mremap(place, 64 * PAGE, 0, 0));
    REPORT(mremap(place + 1, PAGE, PAGE, 0));
    REPORT(mremap((void *)0x10000, PAGE, 2 * PAGE, MREMAP_MAYMOVE));
    REPORT(madvise(place, PAGE, MADV_DONTNEED));
    REPORT_TRUE(place[0] == 0 && place[PAGE] == 'm');
    munmap(place, 64 * PAGE);
}

static void breaks(void) {
    char *start = sbrk(0);
    REPORT_TRUE(sbrk(3 * PAGE) == start);
    memset(start, 'b', 3 * PAGE);
    REPORT_TRUE((char *)sbrk(0) == start + 3 * PAGE);
    REPORT_TRUE(brk(start + PAGE) == 0);
    REPORT_TRUE(brk(start + 3 * PAGE) == 0 && start[0] == 'b' && start[2 * PAGE + 100] == 0);
    REPORT_TRUE(syscall(SYS_brk, 1) == (long)start + 3 * PAGE);
    REPORT_TRUE(syscall(SYS_brk, (long)start + 100) == (long)start + 100);
    REPORT_TRUE(brk(start) == 0);
}

static void files(void) {
    int file = open("/tmp/mapped", O_RDWR | O_CREAT | O_TRUNC, 0600);
    char text[2 * PAGE + 10];
    for (int i = 0; i < (int)sizeof text; i++) text[i] = 'a' + i % 26;
    write(file, text, sizeof text);
    char *shared = mmap(NULL, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    char *private = mmap(NULL, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
    REPORT_TRUE(memcmp(shared, text, sizeof text) == 0 && shared[sizeof text] == 0);
    private[0] = 'P';
    shared[1] = 'S';
    char back[2];
    pread(file, back, 2, 0);
    printf("file %.2s private %.2s shared %.2s\n", back, private, shared);
    pwrite(file, "W", 1, 2);
    printf("written through: shared %c private %c\n", shared[2], private[2]);
    REPORT_TRUE(mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, file, PAGE) != MAP_FAILED);
    int reader = open("/tmp/mapped", O_RDONLY);
    REPORT(mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, reader, 0));
    REPORT_OK(mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, reader, 0));
    char *readOnly = mmap(NULL, PAGE, PROT_READ, MAP_SHARED, reader, 0);
    REPORT(mprotect(readOnly, PAGE, PROT_READ | PROT_WRITE));
    int writer = open("/tmp/mapped", O_WRONLY);
    REPORT(mmap(NULL, PAGE, PROT_READ, MAP_SHARED, writer, 0));
    REPORT(msync(shared, 3 * PAGE, MS_SYNC));
    close(file);
    shared[3] = 'C';
    REPORT_TRUE(pread(reader, back, 1, 3) == 1 && back[0] == 'C');
    REPORT(ftruncate(writer, 10));
    REPORT_TRUE(shared[3] == 'C' && shared[20] == 0);
    unlink("/tmp/mapped");
    REPORT_TRUE(shared[3] == 'C');
    REPORT(mmap(NULL, PAGE, PROT_READ, MAP_SHARED, open("/tmp", O_RDONLY), 0));
    char *zero = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, open("/dev/zero", O_RDWR), 0);
    REPORT_TRUE(zero != MAP_FAILED && zero[7] == 0 && (zero[7] = 3) == 3);
}

int main(void) {
    anonymous();
    errors();
    remapping();
    breaks();
    files();
    char *code = map(NULL, 1, PROT_READ | PROT_WRITE, 0);
    memcpy(code, RETURN_42, 6);
    REPORT(mprotect(code, PAGE, PROT_READ | PROT_EXEC));
    __builtin___clear_cache(code, code + PAGE);
    REPORT(((int (*)(void))code)());
    target = code;
    inChild("write to code", touchWrite);
    char *big = map(NULL, 262144, PROT_READ | PROT_WRITE, MAP_NORESERVE);
    REPORT_TRUE(big != MAP_FAILED && (big[0] = 1) && (big[1L << 29] = 2) == 2);
    return 0;
}
