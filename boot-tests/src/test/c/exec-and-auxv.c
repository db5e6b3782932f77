// execve: arguments, environment, auxiliary vector, what survives exec and what does not, interpreters, errors.
#include "report.h"
#include <elf.h>
#include <sys/auxv.h>
#include <sys/prctl.h>

extern char **environ;
static const char *self = "/tests/bin/exec-and-auxv";

static void image(int argc, char **argv) {
    printf("argc %d:", argc);
    for (int i = 0; i < argc; i++) printf(" [%s]", argv[i]);
    printf("\nenvironment:");
    for (char **entry = environ; *entry; entry++) printf(" [%s]", *entry);
    printf("\n");
    REPORT_TRUE(argv[argc] == NULL);
    REPORT_TRUE(((unsigned long)__builtin_frame_address(0) & 15) == 0);
    REPORT(getauxval(AT_PAGESZ));
    REPORT(getauxval(AT_CLKTCK));
    REPORT(getauxval(AT_PHENT));
    REPORT_TRUE(getauxval(AT_PHDR) != 0 && getauxval(AT_PHNUM) > 3 && getauxval(AT_ENTRY) != 0);
    REPORT_TRUE(((Elf64_Phdr *)getauxval(AT_PHDR))->p_type <= PT_PHDR || getauxval(AT_PHDR) % 8 == 0);
    REPORT(getauxval(AT_UID) + getauxval(AT_EUID) + getauxval(AT_GID) + getauxval(AT_EGID));
    REPORT(getauxval(AT_SECURE));
    REPORT_TRUE(getauxval(AT_RANDOM) != 0);
    REPORT_TRUE(getauxval(AT_HWCAP) != 0);
    printf("platform %s execfn %s\n", (char *)getauxval(AT_PLATFORM), (char *)getauxval(AT_EXECFN));
    struct sigaction ignored, caught;
    sigaction(SIGUSR1, NULL, &ignored);
    sigaction(SIGUSR2, NULL, &caught);
    sigset_t mask;
    sigprocmask(SIG_BLOCK, NULL, &mask);
    printf("ignored stays %d, caught is reset %d, mask stays %d\n", ignored.sa_handler == SIG_IGN, caught.sa_handler == SIG_DFL, sigismember(&mask, SIGTERM));
    REPORT(fcntl(20, F_GETFD));
    REPORT(fcntl(21, F_GETFD));
    REPORT(lseek(20, 0, SEEK_CUR));
    char name[17] = "";
    prctl(PR_GET_NAME, name);
    printf("name %s umask %o\n", name, umask(022));
    stack_t stack;
    sigaltstack(NULL, &stack);
    REPORT(stack.ss_flags);
}

static void handler(int signal) { }

static void tryExec(const char *what, const char *path, char **arguments) {
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) { execve(path, arguments, environ); printf("%s: %s\n", what, strerrorname_np(errno)); exit(1); }
    waitpid(child, NULL, 0);
}

static void script(const char *path, const char *text, int mode) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, mode);
    write(file, text, strlen(text));
    close(file);
    chmod(path, mode);
}

int main(int argc, char **argv) {
    if (argc > 1) { image(argc, argv); return 0; }
    static char stack[65536];
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternate, NULL);
    signal(SIGUSR1, SIG_IGN);
    signal(SIGUSR2, handler);
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, SIGTERM);
    sigprocmask(SIG_BLOCK, &mask, NULL);
    script("/tmp/data", "0123456789", 0600);
    int file = open("/tmp/data", O_RDONLY);
    lseek(file, 4, SEEK_SET);
    dup2(file, 20);
    dup2(file, 21);
    fcntl(21, F_SETFD, FD_CLOEXEC);
    umask(027);
    prctl(PR_SET_NAME, "renamed");
    char *given[] = {"zeroth", "", "two words", "three", NULL}, *variables[] = {"A=1", "B=two words", "EMPTY=", NULL};
    fflush(stdout);
    if (fork() == 0) { execve(self, given, variables); _exit(9); }
    wait(NULL);
    sigprocmask(SIG_UNBLOCK, &mask, NULL);
    umask(022);
    environ = (char *[]){"X=y", NULL};

    char line[400];
    sprintf(line, "#!%s\n", self);
    script("/tmp/script", line, 0755);
    tryExec("script", "/tmp/script", (char *[]){"name", "first", NULL});
    sprintf(line, "#! \t%s  one argument \t\nrest", self);
    script("/tmp/script2", line, 0755);
    tryExec("script with argument", "/tmp/script2", (char *[]){"name", "last", NULL});
    script("/tmp/nested", "#!/tmp/script inner\n", 0755);
    tryExec("nested script", "/tmp/nested", (char *[]){"nested", NULL});
    script("/tmp/loop", "#!/tmp/loop\n", 0755);
    tryExec("loop", "/tmp/loop", (char *[]){"loop", NULL});
    script("/tmp/missing", "#!/no/such/interpreter\n", 0755);
    tryExec("missing interpreter", "/tmp/missing", (char *[]){"x", NULL});
    script("/tmp/blank", "#!\n", 0755);
    tryExec("blank interpreter", "/tmp/blank", (char *[]){"x", NULL});
    script("/tmp/text", "just text\n", 0755);
    tryExec("text", "/tmp/text", (char *[]){"x", NULL});
    script("/tmp/empty", "", 0755);
    tryExec("empty", "/tmp/empty", (char *[]){"x", NULL});
    script("/tmp/plain", "#!/bin/sh\n", 0644);
    tryExec("not executable", "/tmp/plain", (char *[]){"x", NULL});
    script("/tmp/truncated", "\177ELF\2\1\1", 0755);
    tryExec("truncated image", "/tmp/truncated", (char *[]){"x", NULL});
    tryExec("directory", "/tmp", (char *[]){"x", NULL});
    tryExec("missing", "/tmp/nothing", (char *[]){"x", NULL});
    tryExec("through a file", "/tmp/text/x", (char *[]){"x", NULL});
    tryExec("empty path", "", (char *[]){"x", NULL});
    tryExec("device", "/dev/null", (char *[]){"x", NULL});

    // Arguments and environment may take a quarter of the stack limit; one string at most 128 KiB.
    char *large = malloc(140000);
    memset(large, 'l', 139999);
    large[139999] = 0;
    tryExec("string too long", "/bin/busybox", (char *[]){"true", large, NULL});
    char **many = calloc(3002, sizeof *many);
    many[0] = "true";
    large[1000] = 0;
    for (int i = 1; i <= 3000; i++) many[i] = large;
    tryExec("over a quarter of the stack limit", "/bin/busybox", many);
        int descriptor = open(self, O_RDONLY);
    fflush(stdout);
    if (fork() == 0) { syscall(SYS_execveat, descriptor, "", (char *[]){"at", "descriptor", NULL}, environ, AT_EMPTY_PATH); printf("execveat: %s\n", strerrorname_np(errno)); exit(7); }
    wait(NULL);
    return 0;
}
