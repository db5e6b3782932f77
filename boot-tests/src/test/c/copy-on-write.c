// fork: private memory is copied on write, shared memory is shared, deep trees of children, memory kept after the parent's exit.
#include "report.h"

#define PAGES 600
static char global[PAGE] = "parent";
static int *shared;

static void waitAll(void) { int status; while (waitpid(-1, &status, 0) > 0) reportStatus("child", status); }

int main(void) {
    char *private = mmap(NULL, PAGES * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    shared = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    char *heap = malloc(100000);
    char stack[PAGE];
    for (int i = 0; i < PAGES; i++) private[i * PAGE] = (char)i;
    strcpy(heap, "heap");
    strcpy(stack, "stack");
    if (fork() == 0) {
        printf("child sees %s %s %s %d\n", global, heap, stack, private[5 * PAGE]);
        strcpy(global, "child");
        strcpy(heap, "changed");
        strcpy(stack, "altered");
        for (int i = 0; i < PAGES; i++) private[i * PAGE]++;
        shared[0] = 77;
        int wrong = 0;
        for (int i = 0; i < PAGES; i++) wrong += private[i * PAGE] != (char)(i + 1);
        printf("child keeps %s %s %s, wrong pages %d\n", global, heap, stack, wrong);
        exit(3);
    }
    waitAll();
    int wrong = 0;
    for (int i = 0; i < PAGES; i++) wrong += private[i * PAGE] != (char)i;
    printf("parent keeps %s %s %s, wrong pages %d, shared %d\n", global, heap, stack, wrong, shared[0]);

    // Ten generations, each changing its own page and seeing its ancestors' pages.
    for (int depth = 0; depth < 10; depth++) {
        fflush(stdout);
        pid_t child = fork();
        if (child != 0) {
            int status;
            waitpid(child, &status, 0);
            if (depth > 0) _exit(WEXITSTATUS(status) + 1);
            reportStatus("generations", status);
            break;
        }
        private[depth * PAGE] = 'g';
        int seen = 0;
        for (int i = 0; i <= depth; i++) seen += private[i * PAGE] == 'g';
        __atomic_fetch_add(&shared[1], seen, __ATOMIC_SEQ_CST);
        if (depth == 9) _exit(0);
    }
    printf("pages seen by generations: %d\n", shared[1]);

    // Siblings adding to shared memory at once.
    for (int i = 0; i < 20; i++) if (fork() == 0) {
        for (int k = 0; k < 1000; k++) __atomic_fetch_add(&shared[2], 1, __ATOMIC_SEQ_CST);
        _exit(0);
    }
    int children = 0;
    while (wait(NULL) > 0) children++;
    printf("siblings %d total %d\n", children, shared[2]);

    // Writing by the kernel (read into a page shared after fork) must copy too.
    int ends[2];
    pipe(ends);
    if (fork() == 0) { write(ends[1], "KERNEL", 6); sleepMillis(200); printf("writer still sees %.6s\n", global); _exit(0); }
    read(ends[0], global, 6);
    wait(NULL);
    printf("reader sees %.6s\n", global);

    // Read-only and PROT_NONE mappings stay so in the child.
    mprotect(private, PAGE, PROT_READ);
    if (fork() == 0) { *(volatile char *)private = 1; _exit(0); }
    waitAll();
    mprotect(private, PAGE, PROT_READ | PROT_WRITE);
    if (fork() == 0) { private[0] = 'z'; _exit(private[0]); }
    waitAll();
    REPORT(private[0] == 'z');
    REPORT(madvise(private, PAGES * PAGE, MADV_DONTFORK));
    if (fork() == 0) { volatile char c = private[0]; _exit(c); }
    waitAll();
    return 0;
}
