// poll, ppoll, select and pselect: readiness of files, pipes and descriptors that are not open, time-outs, masks, EINTR.
#include "report.h"
#include <poll.h>
#include <sys/select.h>

static volatile sig_atomic_t caught;
static void catch(int signal) { caught++; }
static long millis(void) { struct timespec now; clock_gettime(CLOCK_MONOTONIC, &now); return now.tv_sec * 1000 + now.tv_nsec / 1000000; }

int main(void) {
    int ends[2], file = open("/tmp/p", O_RDWR | O_CREAT, 0600), null = open("/dev/null", O_RDWR);
    pipe(ends);
    struct pollfd set[5] = {{file, POLLIN | POLLOUT, 0}, {null, POLLIN | POLLOUT, 0}, {99, POLLIN, 0}, {-1, POLLIN, 0}, {ends[0], POLLIN, 0}};
    REPORT(poll(set, 5, 0));
    for (int i = 0; i < 5; i++) printf("%x ", set[i].revents);
    printf("\n");
    long start = millis();
    REPORT(poll(set + 4, 1, 100));
    REPORT_TRUE(millis() - start >= 100);
    REPORT(poll(NULL, 0, 10));
    if (fork() == 0) { sleepMillis(100); write(ends[1], "x", 1); _exit(0); }
    REPORT(poll(set + 4, 1, 5000));
    printf("%x\n", set[4].revents);
    wait(NULL);
    char byte;
    read(ends[0], &byte, 1);

    fd_set readable, writable;
    FD_ZERO(&readable); FD_ZERO(&writable);
    FD_SET(ends[0], &readable); FD_SET(file, &readable); FD_SET(ends[1], &writable);
    struct timeval timeout = {1, 0};
    REPORT(select(20, &readable, &writable, NULL, &timeout));
    printf("%d %d %d\n", !!FD_ISSET(ends[0], &readable), !!FD_ISSET(file, &readable), !!FD_ISSET(ends[1], &writable));
    FD_ZERO(&readable); FD_SET(ends[0], &readable);
    timeout = (struct timeval){0, 50000};
    start = millis();
    REPORT(select(20, &readable, NULL, NULL, &timeout));
    REPORT_TRUE(millis() - start >= 50 && timeout.tv_sec == 0 && timeout.tv_usec == 0);
    FD_SET(40, &readable);
    REPORT(select(41, &readable, NULL, NULL, &timeout));
    REPORT(select(-1, NULL, NULL, NULL, &timeout));
    timeout = (struct timeval){-1, 0};
    REPORT(select(0, NULL, NULL, NULL, &timeout));

    // A handler interrupts; poll and select are never restarted.
    struct sigaction action = {.sa_handler = catch, .sa_flags = SA_RESTART};
    sigaction(SIGUSR1, &action, NULL);
    if (fork() == 0) { awaitSleep(getppid()); kill(getppid(), SIGUSR1); _exit(0); }
    REPORT(poll(set + 4, 1, 5000));
    printf("caught %d\n", caught);
    wait(NULL);
    if (fork() == 0) { awaitSleep(getppid()); kill(getppid(), SIGUSR1); _exit(0); }
    FD_ZERO(&readable); FD_SET(ends[0], &readable);
    REPORT(select(20, &readable, NULL, NULL, NULL));
    wait(NULL);

    // ppoll and pselect open the mask and the wait as one step.
    sigset_t blocked, open;
    sigemptyset(&blocked); sigaddset(&blocked, SIGUSR1); sigemptyset(&open);
    sigprocmask(SIG_BLOCK, &blocked, NULL);
    raise(SIGUSR1);
    struct timespec second = {1, 0};
    caught = 0;
    REPORT(ppoll(set + 4, 1, &second, &open));
    raise(SIGUSR1);
    REPORT(pselect(20, &readable, NULL, NULL, &second, &open));
    printf("caught %d\n", caught);
    sigset_t now;
    sigprocmask(SIG_BLOCK, NULL, &now);
    REPORT(sigismember(&now, SIGUSR1));
    second.tv_nsec = 2000000000;
    REPORT(ppoll(set + 4, 1, &second, NULL));
    close(ends[1]);
    REPORT(poll(set + 4, 1, 1000));
    printf("%x\n", set[4].revents);
    unlink("/tmp/p");
    return 0;
}
