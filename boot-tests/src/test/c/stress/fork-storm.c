// usage: fork-storm COUNT   Forks COUNT children one after the other; each exits at once with a code that the parent checks.
#include "../report.h"

int main(int argc, char **argv) {
    long count = argc > 1 ? atol(argv[1]) : 20000, wrong = 0;
    for (long i = 0; i < count; i++) {
        pid_t child = fork();
        if (child == -1) { printf("fork %ld: %s\n", i, strerrorname_np(errno)); return 1; }
        if (child == 0) _exit((int)(i % 200));
        int status;
        wrong += waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != i % 200;
    }
    printf("forked %ld, wrong %ld\n", count, wrong);
    return wrong != 0;
}
