// wait4 and waitid: WNOHANG, WUNTRACED, WCONTINUED, process groups, rusage, ignored SIGCHLD, zombies, siginfo of children.
#include "report.h"
#include <sys/resource.h>

static void describe(const char *what, siginfo_t *info, pid_t child) {
    printf("%s: signo %d code %d status %d pid %s\n", what, info->si_signo, info->si_code, info->si_status,
           info->si_pid == child ? "child" : info->si_pid == 0 ? "0" : "other");
}

int main(void) {
    int status = 0;
    siginfo_t info;
    REPORT(wait(&status));
    REPORT(waitpid(-1, &status, WNOHANG));
    pid_t child = fork();
    if (child == 0) { pause(); _exit(1); }
    REPORT(waitpid(child, &status, WNOHANG));
    REPORT(waitpid(999999, &status, 0));
    REPORT(waitpid(-999999, &status, 0));
    REPORT(waitpid(child, &status, 0x4000));
    kill(child, SIGSTOP);
    REPORT_TRUE(waitpid(child, &status, WUNTRACED) == child);
    reportStatus("stopped", status);
    REPORT(waitpid(child, &status, WUNTRACED | WNOHANG));
    kill(child, SIGCONT);
    REPORT_TRUE(waitpid(child, &status, WCONTINUED) == child);
    reportStatus("continued", status);
    kill(child, SIGSTOP);
    REPORT(waitid(P_PID, child, &info, WSTOPPED));
    describe("waitid stopped", &info, child);
    kill(child, SIGCONT);
    REPORT(waitid(P_PID, child, &info, WCONTINUED));
    describe("waitid continued", &info, child);
    kill(child, SIGKILL);
    REPORT(waitid(P_PID, child, &info, WEXITED | WNOWAIT));
    describe("waitid left in place", &info, child);
    REPORT(kill(child, 0));
    REPORT(waitid(P_PID, child, &info, WEXITED));
    describe("waitid reaped", &info, child);
    REPORT(kill(child, 0));
    REPORT(waitid(P_PID, child, &info, WEXITED));
    REPORT(waitid(P_ALL, 0, &info, 0));

    for (int code = 0; code < 3; code++) {
        if ((child = fork()) == 0) _exit(code == 2 ? 256 + 7 : code * 200);
        waitpid(child, &status, 0);
        reportStatus("exit", status);
    }
    int signals[] = {SIGTERM, SIGABRT, SIGSEGV, SIGKILL, SIGALRM, SIGRTMIN};
    for (int i = 0; i < 6; i++) {
        if ((child = fork()) == 0) { kill(getpid(), signals[i]); _exit(0); }
        waitpid(child, &status, 0);
        printf("signal %d: %d\n", signals[i], WIFSIGNALED(status) ? WTERMSIG(status) : -1);
    }

    // Waiting for a process group, and for any child in order of exit.
    int ends[2];
    pipe(ends);
    pid_t leader = fork();
    if (leader == 0) { setpgid(0, 0); close(ends[1]); read(ends[0], &status, 1); _exit(10); }
    setpgid(leader, leader);
    pid_t member = fork();
    if (member == 0) { setpgid(0, leader); sleepMillis(50); _exit(11); }
    setpgid(member, leader);
    pid_t outsider = fork();
    if (outsider == 0) _exit(12);
    REPORT_TRUE(waitpid(-leader, &status, 0) == member);
    reportStatus("first of group", status);
    close(ends[1]); // lets the leader go
    REPORT_TRUE(waitpid(-leader, &status, 0) == leader);
    REPORT(waitpid(-leader, &status, 0));
    REPORT_TRUE(waitpid(0, &status, 0) == outsider);

    struct rusage usage;
    if ((child = fork()) == 0) { for (volatile long i = 0; i < 30000000; i++) { } _exit(0); }
    wait4(child, &status, 0, &usage);
    REPORT_TRUE(usage.ru_utime.tv_sec > 0 || usage.ru_utime.tv_usec > 0);
    getrusage(RUSAGE_CHILDREN, &usage);
    REPORT_TRUE(usage.ru_utime.tv_sec > 0 || usage.ru_utime.tv_usec > 0);

    // A zombie keeps its process id until it is waited for.
    if ((child = fork()) == 0) _exit(0);
    waitid(P_PID, child, &info, WEXITED | WNOWAIT);
    REPORT(kill(child, 0));
    char path[64], line[256] = "";
    sprintf(path, "/proc/%d/stat", child);
    int file = open(path, O_RDONLY);
    read(file, line, 255);
    close(file);
    printf("state %c\n", strrchr(line, ')')[2]);
    wait(NULL);
    REPORT(open(path, O_RDONLY));

    // With SIGCHLD ignored children leave no zombie, and wait says ECHILD when the last is gone.
    signal(SIGCHLD, SIG_IGN);
    for (int i = 0; i < 3; i++) if (fork() == 0) { sleepMillis(30 * i); _exit(i); }
    REPORT(wait(&status));
    signal(SIGCHLD, SIG_DFL);

    // Only the parent may wait.
    pipe(ends);
    child = fork();
    if (child == 0) {
        pid_t grandchild = fork();
        if (grandchild == 0) { sleepMillis(50); _exit(3); }
        write(ends[1], &grandchild, sizeof grandchild);
        waitpid(grandchild, &status, 0);
        _exit(WEXITSTATUS(status) + 20);
    }
    pid_t grandchild;
    read(ends[0], &grandchild, sizeof grandchild);
    REPORT(waitpid(grandchild, &status, 0));
    waitpid(child, &status, 0);
    reportStatus("child of the grandchild", status);
    return 0;
}
