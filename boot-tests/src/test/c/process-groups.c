// Process groups and sessions: setpgid and its errors, setsid, kill by group, orphaned stopped groups, controlling terminal errors.
#include "report.h"
#include <sys/ioctl.h>
#include <termios.h>

static void onHup(int signal) { write(1, "hung up\n", 8); _exit(5); }

static void newSession(void) {
    pid_t self = getpid();
    REPORT_TRUE(setsid() == self);
    REPORT_TRUE(getpgrp() == self && getsid(0) == self);
    REPORT(setsid());
    REPORT(setpgid(0, 0));
    REPORT(open("/dev/tty", O_RDWR));
    REPORT(tcgetpgrp(0));
}

static void errors(void) {
    REPORT(setpgid(999999, 0));
    REPORT(setpgid(0, -1));
    REPORT(setpgid(0, 999999));
    REPORT(getpgid(999999));
    REPORT(getsid(999999));
    REPORT(setpgid(1, 0));
    REPORT(setpgid(getppid(), 0));
}

int main(void) {
    int status, ends[2];
    inChild("new session", newSession);
    inChild("errors", errors);
    pid_t child = fork();
    if (child == 0) { sleepMillis(60000); _exit(0); }
    REPORT(setpgid(child, child));
    REPORT_TRUE(getpgid(child) == child && getsid(child) == getsid(0));
    REPORT(kill(-child, SIGTERM));
    waitpid(child, &status, 0);
    reportStatus("killed with its group", status);
    REPORT(kill(-child, SIGTERM));

    // After exec the parent may no longer move the child.
    pipe2(ends, O_CLOEXEC);
    child = fork();
    if (child == 0) { execl("/bin/busybox", "sleep", "60", NULL); _exit(9); }
    close(ends[1]);
    char byte;
    read(ends[0], &byte, 1); // end of file: exec has closed the other end
    REPORT(setpgid(child, child));
    kill(child, SIGKILL);
    waitpid(child, &status, 0);

    // kill(0) reaches the whole group and nobody else.
    child = fork();
    if (child == 0) {
        setpgid(0, 0);
        for (int i = 0; i < 3; i++) if (fork() == 0) { pause(); _exit(0); }
        signal(SIGUSR1, SIG_IGN);
        sleepMillis(100);
        kill(0, SIGUSR1);
        int killed = 0;
        while (wait(&status) > 0) killed += WIFSIGNALED(status) && WTERMSIG(status) == SIGUSR1;
        _exit(killed);
    }
    waitpid(child, &status, 0);
    reportStatus("group signal killed", status);

    // A stopped member of a group that becomes orphaned gets SIGHUP and SIGCONT.
    pipe(ends);
    child = fork();
    if (child == 0) {
        setsid();
        pid_t grandchild = fork();
        if (grandchild == 0) { setpgid(0, 0); signal(SIGHUP, onHup); write(ends[1], "r", 1); raise(SIGSTOP); sleepMillis(500); write(1, "not hung up\n", 12); _exit(6); }
        read(ends[0], &byte, 1);
        waitpid(grandchild, &status, WUNTRACED);
        _exit(WIFSTOPPED(status) ? 1 : 2);
    }
    close(ends[1]);
    waitpid(child, &status, 0);
    while (read(ends[0], &byte, 1) > 0) { }
    reportStatus("session leader", status);
    REPORT(ioctl(0, TIOCGPGRP, &status));
    REPORT(tcsetpgrp(0, getpgrp()));
    struct termios settings;
    REPORT(tcgetattr(0, &settings));
    REPORT(isatty(0));
    struct winsize window;
    REPORT(ioctl(1, TIOCGWINSZ, &window));
    REPORT(ioctl(99, TIOCGWINSZ, &window));
    REPORT(ioctl(0, 0x12345678, &window));
    return 0;
}
