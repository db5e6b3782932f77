// Random mmap, munmap, mprotect, mremap, madvise, fork and stores in a window of pages, checked after each step against a model of
// single pages: what is readable, what is writable, what it holds. Finds stale translations and lost copies.
#include "report.h"
#include <setjmp.h>

#define WINDOW 48
#define FILE_PAGES 16
#define STEPS 6000

enum kind { HOLE, PRIVATE, SHARED, PRIVATE_FILE, SHARED_FILE };
struct page { enum kind kind; int protection; int touched; int index; unsigned char value; };

static char *window;
static struct page model[WINDOW];
static unsigned char fileBytes[FILE_PAGES];
static unsigned char sharedBytes[1 << 16];
static int sharedNext, file;
static unsigned long seed = 12345;
static sigjmp_buf recovery;

static unsigned next(unsigned bound) { seed = seed * 6364136223846793005UL + 1442695040888963407UL; return (seed >> 33) % bound; }
// PROT_EXEC alone is left out: whether it can be read depends on the processor's protection keys.
static int rights(void) { int any = next(8); return any == PROT_EXEC ? PROT_READ | PROT_EXEC : any; }
static void onFault(int signal) { (void)signal; siglongjmp(recovery, 1); }

static int canLoad(int i, unsigned char *seen) {
    if (sigsetjmp(recovery, 1)) return 0;
    *seen = *(volatile unsigned char *)(window + i * PAGE);
    return 1;
}

static int canStore(int i, unsigned char value) {
    if (sigsetjmp(recovery, 1)) return 0;
    *(volatile unsigned char *)(window + i * PAGE) = value;
    return 1;
}

static unsigned char held(struct page *page) {
    switch (page->kind) {
    case SHARED: return sharedBytes[page->index];
    case SHARED_FILE: return fileBytes[page->index];
    case PRIVATE_FILE: return page->touched ? page->value : fileBytes[page->index];
    default: return page->touched ? page->value : 0;
    }
}

static void put(struct page *page, unsigned char value) {
    if (page->kind == SHARED) sharedBytes[page->index] = value;
    else if (page->kind == SHARED_FILE) fileBytes[page->index] = value;
    else { page->touched = 1; page->value = value; }
}

static void fail(const char *what, int step, int i, int expected, int seen) {
    printf("step %d, page %d of kind %d with rights %d: %s: expected %d, saw %d\n", step, i, model[i].kind, model[i].protection, what, expected, seen);
    exit(1);
}

static void checkPage(int step, int i) {
    struct page *page = &model[i];
    unsigned char seen = 0;
    int readable = page->kind != HOLE && page->protection != PROT_NONE;
    if (canLoad(i, &seen) != readable) fail("load", step, i, readable, !readable);
    if (readable && seen != held(page)) fail("content", step, i, held(page), seen);
}

static void mapSome(int first, int count) {
    enum kind kind = PRIVATE + next(4);
    int protection = rights(), offset = next(FILE_PAGES - count + 1), isFile = kind >= PRIVATE_FILE;
    int flags = MAP_FIXED | (kind == SHARED || kind == SHARED_FILE ? MAP_SHARED : MAP_PRIVATE) | (isFile ? 0 : MAP_ANONYMOUS);
    if (sharedNext + count > (int)sizeof sharedBytes) return;
    if (mmap(window + first * PAGE, count * PAGE, protection, flags, isFile ? file : -1, isFile ? offset * PAGE : 0) == MAP_FAILED) { perror("mmap"); exit(1); }
    for (int i = 0; i < count; i++) model[first + i] = (struct page){kind, protection, 0, isFile ? offset + i : kind == SHARED ? sharedNext++ : 0, 0};
}

static void inForkedChild(int step) {
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        for (int i = 0; i < WINDOW; i++) {
            checkPage(step, i);
            if ((model[i].kind == PRIVATE || model[i].kind == PRIVATE_FILE) && model[i].protection & PROT_WRITE) {
                if (!canStore(i, 200)) fail("store in child", step, i, 1, 0);
                put(&model[i], 200);
            }
        }
        for (int i = 0; i < WINDOW; i++) checkPage(step, i);
        exit(0);
    }
    int status;
    if (waitpid(child, &status, 0) != child || status != 0) { printf("step %d: child ended with %d\n", step, status); exit(1); }
}

static void step(int number) {
    int first = next(WINDOW), count = 1 + next(6);
    if (first + count > WINDOW) count = WINDOW - first;
    switch (next(16)) {
    case 0: case 1: case 2: mapSome(first, count); break;
    case 3: munmap(window + first * PAGE, count * PAGE); for (int i = first; i < first + count; i++) model[i].kind = HOLE; break;
    case 4: case 5: case 6: {
        int protection = rights(), hole = 0;
        for (int i = first; i < first + count && !hole; i++) { hole = model[i].kind == HOLE; if (!hole) model[i].protection = protection; }
        if ((mprotect(window + first * PAGE, count * PAGE, protection) != 0) != hole) { printf("step %d: mprotect, hole %d\n", number, hole); exit(1); }
        break;
    }
    case 7: {
        int hole = 0;
        for (int i = first; i < first + count; i++) hole |= model[i].kind == HOLE || model[i].kind == SHARED;
        if (hole) break;
        if (madvise(window + first * PAGE, count * PAGE, MADV_DONTNEED)) { perror("madvise"); exit(1); }
        for (int i = first; i < first + count; i++) model[i].touched = 0;
        break;
    }
    case 8: {
        int target = next(WINDOW);
        if (model[first].kind == HOLE || target == first) break;
        if (mremap(window + first * PAGE, PAGE, PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, window + target * PAGE) == MAP_FAILED) { perror("mremap"); exit(1); }
        model[target] = model[first];
        model[first].kind = HOLE;
        break;
    }
    case 9: if (next(8) == 0) inForkedChild(number); break;
    default: {
        unsigned char value = 1 + next(150);
        int writable = model[first].kind != HOLE && model[first].protection & PROT_WRITE;
        if (canStore(first, value) != !!writable) fail("store", number, first, writable, !writable);
        if (writable) put(&model[first], value);
    }
    }
    for (int i = 0; i < 4; i++) checkPage(number, next(WINDOW));
    checkPage(number, first);
}

int main(void) {
    signal(SIGSEGV, onFault);
    window = mmap(NULL, WINDOW * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    munmap(window, WINDOW * PAGE);
    file = open("/tmp/pages", O_RDWR | O_CREAT | O_TRUNC, 0600);
    for (int i = 0; i < FILE_PAGES; i++) { fileBytes[i] = 100 + i; pwrite(file, &fileBytes[i], 1, i * PAGE); }
    ftruncate(file, FILE_PAGES * PAGE);
    for (int i = 0; i < STEPS; i++) step(i);
    for (int i = 0; i < WINDOW; i++) checkPage(STEPS, i);
    for (int i = 0; i < FILE_PAGES; i++) { unsigned char seen; pread(file, &seen, 1, i * PAGE); if (seen != fileBytes[i]) printf("file page %d: expected %d, saw %d\n", i, fileBytes[i], seen); }
    printf("%d steps agree with the model\n", STEPS);
    return 0;
}
