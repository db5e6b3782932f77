// vfork suspends the parent, clone with its flags, clone3, thread-directed ids, CLONE_PARENT, CLONE_FILES, CLONE_FS.
#include "report.h"
#include <linux/sched.h>
#include <sched.h>

static volatile int counter;
static char stack[65536] __attribute__((aligned(16)));

static int addOne(void *argument) { counter++; _exit((int)(long)argument); }
static int closeDescriptor(void *argument) { close((int)(long)argument); _exit(0); }
static int changeDirectory(void *argument) { chdir("/etc"); _exit(0); }
static int handlerInstaller(void *argument) { signal(SIGUSR2, SIG_IGN); _exit(0); }

static void cloneAndWait(const char *what, int (*body)(void *), int flags, long argument) {
    int status;
    pid_t child = clone(body, stack + sizeof stack, flags, (void *)argument);
    if (child == -1) { report(what, -1); return; }
    REPORT_TRUE(waitpid(child, &status, __WALL) == child);
    reportStatus(what, status);
}

int main(void) {
    int status;
    pid_t child = vfork();
    if (child == 0) { sleepMillis(100); counter = 5; _exit(9); }
    printf("counter after vfork: %d\n", counter);
    waitpid(child, &status, 0);
    reportStatus("vfork child", status);
    child = vfork();
    if (child == 0) { execl("/bin/busybox", "sh", "-c", "exit 12", NULL); _exit(99); }
    waitpid(child, &status, 0);
    reportStatus("vfork and exec", status);

    cloneAndWait("private memory", addOne, SIGCHLD, 1);
    printf("counter %d\n", counter);
    cloneAndWait("shared memory", addOne, CLONE_VM | SIGCHLD, 2);
    printf("counter %d\n", counter);
    cloneAndWait("shared memory, vfork", addOne, CLONE_VM | CLONE_VFORK | SIGCHLD, 3);
    printf("counter %d\n", counter);
    cloneAndWait("no exit signal", addOne, CLONE_VM, 4);
    int descriptor = open("/dev/null", O_RDONLY);
    cloneAndWait("own descriptors", closeDescriptor, SIGCHLD, descriptor);
    REPORT_TRUE(fcntl(descriptor, F_GETFD) == 0);
    cloneAndWait("shared descriptors", closeDescriptor, CLONE_FILES | SIGCHLD, descriptor);
    REPORT(fcntl(descriptor, F_GETFD));
    char directory[100];
    cloneAndWait("own directory", changeDirectory, SIGCHLD, 0);
    printf("%s\n", getcwd(directory, 100));
    cloneAndWait("shared directory", changeDirectory, CLONE_FS | SIGCHLD, 0);
    printf("%s\n", getcwd(directory, 100));
    cloneAndWait("shared handlers", handlerInstaller, CLONE_SIGHAND | CLONE_VM | SIGCHLD, 0);
    struct sigaction action;
    sigaction(SIGUSR2, NULL, &action);
    REPORT_TRUE(action.sa_handler == SIG_IGN);
    REPORT(clone(addOne, stack + sizeof stack, CLONE_SIGHAND | SIGCHLD, NULL));
    REPORT(clone(addOne, stack + sizeof stack, CLONE_THREAD | SIGCHLD, NULL));

    pid_t parentTid = 0, childTid = 0;
#ifdef __riscv
    child = (pid_t)syscall(SYS_clone, CLONE_PARENT_SETTID | CLONE_CHILD_SETTID | SIGCHLD, 0, &parentTid, 0, &childTid);
#else
    child = (pid_t)syscall(SYS_clone, CLONE_PARENT_SETTID | CLONE_CHILD_SETTID | SIGCHLD, 0, &parentTid, &childTid, 0);
#endif
    if (child == 0) _exit(childTid == getpid() ? 21 : 22);
    REPORT_TRUE(parentTid == child && childTid == 0);
    waitpid(child, &status, 0);
    reportStatus("child tid stored", status);

    struct clone_args arguments = {.exit_signal = SIGCHLD};
    child = (pid_t)syscall(SYS_clone3, &arguments, sizeof arguments);
    if (child == 0) _exit(31);
    REPORT_TRUE(child > 0);
    if (child > 0) { waitpid(child, &status, 0); reportStatus("clone3", status); }

    // Orphans are adopted by init, or by the nearest subreaper.
    int ends[2];
    pipe(ends);
    if (fork() == 0) {
        if (fork() == 0) { while (getppid() != 1) sleepMillis(10); write(ends[1], "adopted", 7); _exit(0); }
        _exit(0);
    }
    wait(&status);
    close(ends[1]);
    char text[10] = "";
    read(ends[0], text, 7);
    printf("orphan %s by init\n", text);
    REPORT_TRUE(getppid() > 0 && getpid() == syscall(SYS_gettid));
    REPORT(waitpid(-1, &status, 0));
    return 0;
}
