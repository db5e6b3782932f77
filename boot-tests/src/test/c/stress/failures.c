/* Calls system calls that fail, each in a child, and tells what became of it: failures NUMBER:FIRST:SECOND:MILLIS... kills a child after
   MILLIS unless that is 0. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char **arguments) {
    for (int i = 1; i < count; i++) {
        char *next;
        long number = strtol(arguments[i], &next, 0);
        long first = strtol(next + 1, &next, 0);
        unsigned long second = strtoul(next + 1, &next, 0);
        int millis = strtol(next + 1, &next, 0);
        fflush(stdout);
        pid_t child = fork();
        if (child == 0) {
            long result = syscall(number, first, second, 0xabcL, 0xdefL);
            printf("%s returned %ld %s\n", arguments[i], result, result < 0 ? strerror(errno) : "");
            fflush(stdout);
            _exit(0);
        }
        if (millis != 0) {
            usleep(millis * 1000);
            kill(child, SIGKILL);
        }
        int status;
        waitpid(child, &status, 0);
        if (WIFSIGNALED(status)) {
            printf("%s killed by signal %d\n", arguments[i], WTERMSIG(status));
        }
    }
    return 0;
}
