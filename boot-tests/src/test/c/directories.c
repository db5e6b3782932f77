// Names: open flags, mkdir, rmdir, rename and its corner cases, links, symbolic links, getdents64, *at calls, path limits.
#include "report.h"
#include <dirent.h>
#include <limits.h>

static void create(const char *path) { close(open(path, O_WRONLY | O_CREAT, 0644)); }
static void closeReport(int descriptor) { if (descriptor >= 0) close(descriptor); }
#define OPEN(path, flags) closeReport((int)reportOk("open " path " " #flags, open(path, flags, 0644)))

static void list(const char *path) {
    char names[100][300];
    int count = 0;
    DIR *directory = opendir(path);
    for (struct dirent *entry; (entry = readdir(directory)) && count < 100;) snprintf(names[count++], 300, "%.255s/%d", entry->d_name, entry->d_type);
    closedir(directory);
    qsort(names, count, 300, (int (*)(const void *, const void *))strcmp);
    printf("%s:", path);
    for (int i = 0; i < count; i++) printf(" %s", names[i]);
    printf("\n");
}

static void opening(void) {
    OPEN("new", O_RDONLY); OPEN("new", O_WRONLY | O_CREAT); OPEN("new", O_RDWR | O_CREAT | O_EXCL); OPEN("new", O_RDONLY | O_DIRECTORY);
    OPEN("dir", O_RDONLY); OPEN("dir", O_WRONLY); OPEN("dir", O_RDONLY | O_CREAT); OPEN("dir", O_RDONLY | O_DIRECTORY); OPEN("dir/", O_RDONLY);
    OPEN("new/", O_RDONLY); OPEN("absent/", O_WRONLY | O_CREAT); OPEN("new/x", O_RDONLY); OPEN("absent/x", O_WRONLY | O_CREAT); OPEN("", O_RDONLY);
    symlink("new", "link"); symlink("absent", "dangling"); symlink("self", "self"); symlink("dir", "dirlink");
    OPEN("link", O_RDONLY); OPEN("link", O_RDONLY | O_NOFOLLOW); OPEN("dangling", O_RDONLY); OPEN("dangling", O_WRONLY | O_CREAT | O_EXCL);
    OPEN("self", O_RDONLY); OPEN("dirlink", O_RDONLY | O_DIRECTORY); OPEN("dirlink", O_RDONLY | O_DIRECTORY | O_NOFOLLOW); OPEN("dirlink/", O_RDONLY | O_NOFOLLOW);
    OPEN("new", O_PATH); OPEN("link", O_PATH | O_NOFOLLOW); OPEN("dir", O_RDWR | O_TMPFILE);
    OPEN("dangling", O_WRONLY | O_CREAT);
    REPORT(access("absent", F_OK));
    REPORT(unlink("absent"));
}

static void renaming(void) {
    create("a"); create("b"); mkdir("d", 0755); mkdir("e", 0755); mkdir("d/sub", 0755); create("e/full");
    REPORT(rename("a", "a2")); REPORT(rename("a", "x")); REPORT(rename("a2", "b")); REPORT(access("a2", F_OK)); REPORT(rename("b", "d"));
    REPORT(rename("d", "b")); REPORT(rename("d", "e")); REPORT(rename("e", "d")); REPORT(rename("d", "d/sub/x")); REPORT(rename("d/sub", "moved"));
    REPORT(rename("e", "d")); REPORT(rename("d", "d")); REPORT(rename("b", "b")); REPORT(rename(".", "x")); REPORT(rename("d/..", "x"));
    REPORT(rename("moved/", "again")); REPORT(rename("b/", "c")); REPORT(rename("b", "absent/b")); REPORT(rename("again", "again2/"));
    create("h1"); link("h1", "h2"); REPORT(rename("h1", "h2")); REPORT(access("h1", F_OK));
    REPORT(syscall(SYS_renameat2, AT_FDCWD, "h1", AT_FDCWD, "h2", 1)); REPORT(syscall(SYS_renameat2, AT_FDCWD, "h1", AT_FDCWD, "fresh", 1));
    REPORT(syscall(SYS_renameat2, AT_FDCWD, "fresh", AT_FDCWD, "d", 2));
    list(".");
}

static void linking(void) {
    struct stat status;
    create("one");
    REPORT(link("one", "two")); REPORT(link("one", "two")); REPORT(link("dir", "hard")); REPORT(link("absent", "x"));
    stat("one", &status);
    printf("links %ld\n", (long)status.st_nlink);
    stat("dir", &status);
    printf("directory links %ld\n", (long)status.st_nlink);
    mkdir("dir/sub", 0755);
    stat("dir", &status);
    printf("directory links %ld\n", (long)status.st_nlink);
    REPORT(symlink("one", "sym")); REPORT(symlink("one", "sym")); REPORT(symlink("", "blank"));
    char target[100];
    REPORT(readlink("sym", target, 100)); REPORT(readlink("sym", target, 2)); REPORT(readlink("one", target, 100)); REPORT(readlink("sym", target, 0));
    REPORT(linkat(AT_FDCWD, "sym", AT_FDCWD, "symhard", 0)); lstat("symhard", &status); printf("hard link to a symbolic link: %o\n", status.st_mode & S_IFMT);
    REPORT(linkat(AT_FDCWD, "sym", AT_FDCWD, "followed", AT_SYMLINK_FOLLOW)); lstat("followed", &status); printf("followed: %o\n", status.st_mode & S_IFMT);
    REPORT(unlink("dir")); REPORT(rmdir("one")); REPORT(rmdir("dir")); REPORT(rmdir("dir/.")); REPORT(rmdir("dir/sub/..")); REPORT(rmdir("/")); REPORT(rmdir("dir/sub/"));
    REPORT(unlink("one/")); REPORT(unlink("absent")); REPORT(unlinkat(AT_FDCWD, "dir", AT_REMOVEDIR)); REPORT(mkdir("dir", 0755)); REPORT(mkdir("dir", 0755)); REPORT(mkdir("absent/x", 0755)); REPORT(mkdir("one/x", 0755)); REPORT(mkdir("slash/", 0755));
}

int main(void) {
    struct stat status;
    mkdir("/tmp/names", 0755);
    chdir("/tmp/names");
    mkdir("dir", 0755);
    opening();
    list("."); list("dir");
    mkdir("rename", 0755); chdir("rename"); renaming(); chdir("..");
    mkdir("links", 0755); chdir("links"); mkdir("dir", 0755); linking(); list("."); chdir("..");

    int directory = open("dir", O_RDONLY | O_DIRECTORY);
    REPORT_OK(openat(directory, "inside", O_WRONLY | O_CREAT, 0600));
    REPORT(mkdirat(directory, "sub", 0700)); REPORT(fstatat(directory, "inside", &status, 0)); REPORT(faccessat(directory, "sub", X_OK, 0));
    REPORT(symlinkat("x", directory, "sym")); REPORT(renameat(directory, "inside", AT_FDCWD, "outside")); REPORT(unlinkat(directory, "sym", 0));
    REPORT(openat(99, "x", O_RDONLY)); REPORT(openat(0, "x", O_RDONLY)); REPORT_OK(openat(99, "/tmp", O_RDONLY)); REPORT(fstatat(directory, "", &status, 0)); REPORT(fstatat(directory, "", &status, AT_EMPTY_PATH));
    REPORT(fchdir(directory)); char path[PATH_MAX + 100]; printf("%s\n", getcwd(path, 100)); REPORT(chdir("sub/../..")); REPORT(fchdir(open("outside", O_RDONLY)));
    REPORT(syscall(SYS_getcwd, path, 4));

    // Removing entries while a directory is being read loses none of the others.
    mkdir("many", 0755);
    for (int i = 0; i < 1500; i++) { sprintf(path, "many/entry-%d", i); create(path); }
    DIR *stream = opendir("many");
    int removed = 0;
    for (struct dirent *entry; (entry = readdir(stream));) if (entry->d_name[0] != '.') { sprintf(path, "many/%s", entry->d_name); removed += unlink(path) == 0; }
    printf("removed %d\n", removed);
    rewinddir(stream);
    int left = 0;
    while (readdir(stream)) left++;
    printf("left %d\n", left);
    closedir(stream);
    char small[10];
    directory = open("many", O_RDONLY);
    REPORT(syscall(SYS_getdents64, directory, small, 10));
    REPORT(rmdir("many"));
    REPORT(syscall(SYS_getdents64, directory, path, 1000));
    REPORT(openat(directory, "x", O_CREAT | O_WRONLY, 0600));

    memset(path, 'n', 256); path[255] = 0;
    REPORT_OK(open(path, O_WRONLY | O_CREAT, 0600)); unlink(path); path[255] = 'n'; path[256] = 0; REPORT(open(path, O_WRONLY | O_CREAT, 0600));
    for (int i = 0; i < PATH_MAX; i += 2) memcpy(path + i, "./", 2);
    path[PATH_MAX - 1] = 0; REPORT_OK(open(path, O_RDONLY)); memcpy(path + PATH_MAX - 1, "/", 2); REPORT(open(path, O_RDONLY));
    char name[20], next[20];
    create("end");
    for (int i = 0; i < 45; i++) { sprintf(name, "chain%d", i); if (i == 0) strcpy(next, "end"); else sprintf(next, "chain%d", i - 1); symlink(next, name); }
    REPORT_OK(open("chain39", O_RDONLY)); REPORT(open("chain40", O_RDONLY));
    REPORT(stat("//tmp///names/./dir/..//dir", &status));
    REPORT_TRUE(chdir("/") == 0 && chdir("../../..") == 0 && strcmp(getcwd(path, 100), "/") == 0);
    return 0;
}
