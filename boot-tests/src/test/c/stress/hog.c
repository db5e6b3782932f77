// usage: hog ROUNDS   Takes all frames by touching memory, for which the one with most is killed and nobody else; and all that a file may have.
#include "../report.h"

static void touchEverything(void) {
    for (;;) {
        char *area = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (area == MAP_FAILED) continue;
        for (int i = 0; i < 1 << 20; i += PAGE) area[i] = 1;
    }
}

static void bystander(void) {
    for (;;) {
        char *area = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (area != MAP_FAILED) {
            area[0] = 1;
            munmap(area, PAGE);
        }
        sleepMillis(1);
    }
}

static const char *fillFile(void) {
    static char block[1 << 16];
    int file = open("/tmp/filled", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    while (write(file, block, sizeof block) > 0) { }
    int error = errno;
    close(file);
    unlink("/tmp/filled");
    return strerrorname_np(error);
}

int main(int argc, char **argv) {
    int rounds = argc > 1 ? atoi(argv[1]) : 1, status;
    for (int round = 0; round < rounds; round++) {
        pid_t small = fork();
        if (small == 0) bystander();
        pid_t big = fork();
        if (big == 0) touchEverything();
        waitpid(big, &status, 0);
        reportStatus("the one that takes all", status);
        pid_t ended = waitpid(small, &status, WNOHANG);
        if (ended == 0) printf("the bystander lives\n");
        else reportStatus("the bystander", status);
        kill(small, SIGKILL);
        if (ended == 0) waitpid(small, &status, 0);
        printf("the file: %s\n", fillFile());
    }
    return 0;
}
