// usage: fail-nth-files   Fails each allocation of the calls on names, files, descriptors and events.
#include "fail-nth.h"
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/sendfile.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <termios.h>

static int first, second, ends[2];
static char buffer[8192];

static void put(const char *name, const char *text) {
    int file = open(name, O_RDWR | O_CREAT | O_TRUNC, 0644);
    write(file, text, strlen(text));
    close(file);
}

static void closeBoth(void) { close(first); if (second > 0) close(second); second = 0; }
static void plain(void) { put("plain", "some text"); }
static void empty(void) { unlink("fresh"); rmdir("fresh"); }
static void withFile(void) { plain(); first = open("plain", O_RDWR); }
static void withPipe(void) { pipe(ends); first = ends[0]; second = ends[1]; write(second, "abc", 3); }
static void withFolder(void) { plain(); empty(); mkdir("fresh", 0755); put("fresh/inside", "x"); }
static void undoFolder(void) { unlink("fresh/inside"); unlink("moved/inside"); rmdir("fresh"); rmdir("moved"); }

static long openExisting(void) { return first = open("plain", O_RDONLY); }
static long openNew(void) { return first = open("fresh", O_RDWR | O_CREAT | O_EXCL, 0600); }
static long openFolder(void) { return first = open(".", O_RDONLY | O_DIRECTORY); }
static long openUnnamed(void) { return first = open(".", O_RDWR | O_TMPFILE, 0600); }
static long openPlace(void) { return first = open("plain", O_PATH); }
static long openThroughLink(void) { return first = open("link", O_RDONLY); }
static long openDevice(void) { return first = open("/dev/null", O_RDWR); }
static long openTerminal(void) { return first = open("/dev/ttyS0", O_RDWR | O_NOCTTY); }
static long openProc(void) { return first = open("/proc/self/status", O_RDONLY); }
static void closeFirst(void) { close(first); }
static void closeAndRemove(void) { close(first); empty(); }
static void linked(void) { plain(); unlink("link"); symlink("plain", "link"); }

static long closeIt(void) { return close(first); }
static long readFile(void) { return pread(first, buffer, 100, 0); }
static long writeFile(void) { return pwrite(first, "some text", 9, 0); }
static long writeVector(void) { struct iovec parts[] = {{"some ", 5}, {"text", 4}}; lseek(first, 0, SEEK_SET); return writev(first, parts, 2); }
static long readVector(void) { struct iovec parts[] = {{buffer, 2}, {buffer + 9, 4}}; return preadv(first, parts, 2, 0); }
static long extend(void) { return pwrite(first, buffer, 5000, 20000); }
static void shorten(void) { ftruncate(first, 9); close(first); }
static long lengthen(void) { return ftruncate(first, 100000); }
static long reserve(void) { return posix_fallocate(first, 0, 20000) ? (errno = ENOMEM, -1) : 0; }
static void discard(void) { close(first); unlink("plain"); }
static long seek(void) { return lseek(first, 5, SEEK_SET); }
static long sync_(void) { return fsync(first); }
static long send(void) { off_t at = 0; return sendfile(second, first, &at, 9); }
static void twoFiles(void) { withFile(); second = open("/dev/null", O_WRONLY); }

static long duplicate(void) { return second = dup(first); }
static long duplicateHigh(void) { return second = dup2(first, 700); }
static long duplicateOver(void) { return dup3(first, second, O_CLOEXEC); }
static long duplicateFrom(void) { return second = fcntl(first, F_DUPFD, 900); }
static long lock(void) { struct flock range = {F_WRLCK, SEEK_SET, 3, 4, 0}; return fcntl(first, F_SETLK, &range); }
static long openLock(void) { struct flock range = {F_RDLCK, SEEK_SET, 0, 0, 0}; return fcntl(first, F_OFD_SETLK, &range); }
static long testLock(void) { struct flock range = {F_WRLCK, SEEK_SET, 3, 4, 0}; return fcntl(first, F_GETLK, &range); }
static long wholeLock(void) { return flock(first, LOCK_EX); }

static long makePipe(void) { long result = pipe(ends); first = ends[0]; second = ends[1]; return result; }
static long readPipe(void) { return read(first, buffer, 1); }
static void refill(void) { closeBoth(); }
static long writePipe(void) { return write(second, "d", 1); }
static long fillPipe(void) { return write(second, buffer, 8000); }
static long resizePipe(void) { return fcntl(first, F_SETPIPE_SZ, 1 << 17); }
static long pipeCount(void) { int count; return ioctl(first, FIONREAD, &count); }
static void fifo(void) { empty(); mkfifo("fresh", 0600); }
static long openFifo(void) { return first = open("fresh", O_RDWR); }

static long waitPoll(void) { struct pollfd polled[] = {{first, POLLIN, 0}, {second, POLLOUT, 0}}; return poll(polled, 2, 0); }
static long waitNothing(void) { struct pollfd polled[] = {{second, POLLIN, 0}, {second, POLLIN, 0}, {first, POLLPRI, 0}, {first, POLLPRI, 0}, {first, POLLPRI, 0}}; return poll(polled, 5, 1); }
static long waitSelect(void) {
    fd_set set;
    struct timeval time = {0, 0};
    FD_ZERO(&set);
    FD_SET(first, &set);
    return select(first + 1, &set, NULL, NULL, &time);
}
static int watch;
static void withEpoll(void) { withPipe(); watch = epoll_create1(0); }
static void withWatched(void) { withEpoll(); struct epoll_event event = {EPOLLIN, {.fd = first}}; epoll_ctl(watch, EPOLL_CTL_ADD, first, &event); }
static void closeEpoll(void) { close(watch); closeBoth(); }
static long createEpoll(void) { return first = epoll_create1(EPOLL_CLOEXEC); }
static long addWatch(void) { struct epoll_event event = {EPOLLIN, {.fd = first}}; return epoll_ctl(watch, EPOLL_CTL_ADD, first, &event); }
static long changeWatch(void) { struct epoll_event event = {EPOLLIN | EPOLLET, {.fd = first}}; return epoll_ctl(watch, EPOLL_CTL_MOD, first, &event); }
static long dropWatch(void) { return epoll_ctl(watch, EPOLL_CTL_DEL, first, NULL); }
static long waitEpoll(void) { struct epoll_event events[4]; long count = epoll_wait(watch, events, 4, 0); return count == 0 ? (errno = ENOMSG, -1) : count; }
static long createEvent(void) { return first = eventfd(3, 0); }
static void withEvent(void) { first = eventfd(3, EFD_NONBLOCK); }
static long readEvent(void) { long count; return read(first, &count, 8); }
static long writeEvent(void) { long count = 4; return write(first, &count, 8); }
static long createTimer(void) { return first = timerfd_create(CLOCK_MONOTONIC, 0); }
static void withTimer(void) { first = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK); }
static long setTimer(void) { struct itimerspec time = {{0, 0}, {1000, 0}}, old; return timerfd_settime(first, 0, &time, &old); }
static long readTimer(void) { struct itimerspec old; return timerfd_gettime(first, &old); }
static long createMemory(void) { return first = memfd_create("memory", 0); }

static long makeFolder(void) { return mkdir("fresh", 0755); }
static long removeFolder(void) { return rmdir("fresh/empty"); }
static void withNested(void) { withFolder(); mkdir("fresh/empty", 0755); }
static long makeLink(void) { return link("plain", "fresh"); }
static long makeSymbolic(void) { return symlink("a/target/that/is/not/there", "fresh"); }
static long makeFifo(void) { return mkfifo("fresh", 0600); }
static long removeName(void) { return unlink("plain"); }
static long renameNew(void) { return rename("plain", "fresh"); }
static long renameOver(void) { return rename("plain", "other"); }
static void two(void) { plain(); put("other", "the other"); }
static long exchange(void) { return syscall(SYS_renameat2, AT_FDCWD, "plain", AT_FDCWD, "other", 2); }
static long renameFolder(void) { return rename("fresh", "moved"); }
static long renameInto(void) { return rename("plain", "fresh/moved"); }
static void undoInto(void) { unlink("fresh/moved"); undoFolder(); }
static long status(void) { struct stat at; return stat("fresh/../plain", &at); }
static long statusExtended(void) { struct statx at; return statx(AT_FDCWD, "plain", 0, STATX_ALL, &at); }
static long statusOfOpen(void) { struct stat at; return fstat(first, &at); }
static long mayAccess(void) { return access("plain", R_OK); }
static long readSymbolic(void) { return readlink("link", buffer, 100); }
static long resolveCwd(void) { return syscall(SYS_getcwd, buffer, sizeof buffer); }
static long enter(void) { return chdir("fresh"); }
static void leave(void) { chdir(".."); undoFolder(); }
static long enterOpen(void) { return fchdir(first); }
static void openedFolder(void) { withFolder(); first = open("fresh", O_RDONLY); }
static void leaveOpen(void) { chdir(WORK); close(first); undoFolder(); }
static long entries(void) { lseek(first, 0, SEEK_SET); return syscall(SYS_getdents64, first, buffer, sizeof buffer); }
static long permissions(void) { return chmod("plain", 0600); }
static long owner(void) { return chown("plain", 1, 1); }
static long times_(void) { return utimensat(AT_FDCWD, "plain", NULL, 0); }
static long cutShort(void) { return truncate("plain", 2); }
static long spaceOf(void) { struct statfs space; return statfs(".", &space); }
static long mountNew(void) { return mount("none", "fresh", "tmpfs", 0, "size=1M"); }
static long mountProc(void) { return mount("proc", "fresh", "proc", 0, NULL); }
static long bind_(void) { return mount("/tests", "fresh", NULL, MS_BIND, NULL); }
static void unmount(void) { umount("fresh"); undoFolder(); }
static void mounted(void) { withFolder(); mountNew(); }
static long unmountIt(void) { return umount("fresh"); }
static void onTerminal(void) { first = open("/dev/ttyS0", O_RDWR | O_NOCTTY); }
static long terminalState(void) { struct termios state; return tcgetattr(first, &state) || tcsetattr(first, TCSANOW, &state) ? -1 : 0; }
static long terminalSize(void) { struct winsize size; return ioctl(first, TIOCGWINSZ, &size); }
static long readProc(void) { lseek(first, 0, SEEK_SET); return read(first, buffer, 4000); }
static void openedProc(void) { first = open("/proc/self/maps", O_RDONLY); }

static const struct Case cases[] = {
    {"open", plain, openExisting, closeFirst}, {"open O_CREAT", empty, openNew, closeAndRemove}, {"open O_DIRECTORY", NULL, openFolder, closeFirst},
    {"open O_TMPFILE", NULL, openUnnamed, closeFirst}, {"open O_PATH", plain, openPlace, closeFirst}, {"open a link", linked, openThroughLink, closeFirst},
    {"open a device", NULL, openDevice, closeFirst}, {"open a terminal", NULL, openTerminal, closeFirst}, {"open in /proc", NULL, openProc, closeFirst},
    {"close", withFile, closeIt, NULL}, {"read", withFile, readFile, closeFirst}, {"write", withFile, writeFile, closeFirst},
    {"writev", withFile, writeVector, closeFirst}, {"preadv", withFile, readVector, closeFirst}, {"write beyond the end", withFile, extend, shorten},
    {"ftruncate", withFile, lengthen, shorten}, {"fallocate", withFile, reserve, discard}, {"lseek", withFile, seek, closeFirst},
    {"fsync", withFile, sync_, closeFirst}, {"sendfile", twoFiles, send, closeBoth},
    {"dup", withFile, duplicate, closeBoth}, {"dup2 to a high one", withFile, duplicateHigh, closeBoth}, {"dup3 over another", twoFiles, duplicateOver, closeBoth},
    {"fcntl F_DUPFD", withFile, duplicateFrom, closeBoth}, {"fcntl F_SETLK", withFile, lock, closeFirst}, {"fcntl F_OFD_SETLK", withFile, openLock, closeFirst},
    {"fcntl F_GETLK", withFile, testLock, closeFirst}, {"flock", withFile, wholeLock, closeFirst},
    {"pipe", NULL, makePipe, closeBoth}, {"read a pipe", withPipe, readPipe, refill}, {"write a pipe", withPipe, writePipe, closeBoth},
    {"fill a pipe", withPipe, fillPipe, closeBoth}, {"resize a pipe", withPipe, resizePipe, closeBoth}, {"ioctl FIONREAD", withPipe, pipeCount, closeBoth},
    {"open a fifo", fifo, openFifo, closeAndRemove},
    {"poll", withPipe, waitPoll, closeBoth}, {"poll for nothing", withPipe, waitNothing, closeBoth}, {"select", withPipe, waitSelect, closeBoth},
    {"epoll_create", NULL, createEpoll, closeFirst}, {"epoll_ctl add", withEpoll, addWatch, closeEpoll}, {"epoll_ctl mod", withWatched, changeWatch, closeEpoll},
    {"epoll_ctl del", withWatched, dropWatch, closeEpoll}, {"epoll_wait", withWatched, waitEpoll, closeEpoll},
    {"eventfd", NULL, createEvent, closeFirst}, {"read an eventfd", withEvent, readEvent, closeFirst}, {"write an eventfd", withEvent, writeEvent, closeFirst},
    {"timerfd_create", NULL, createTimer, closeFirst}, {"timerfd_settime", withTimer, setTimer, closeFirst}, {"timerfd_gettime", withTimer, readTimer, closeFirst},
    {"memfd_create", NULL, createMemory, closeFirst},
    {"mkdir", empty, makeFolder, empty}, {"rmdir", withNested, removeFolder, undoFolder}, {"link", two, makeLink, empty}, {"symlink", empty, makeSymbolic, empty},
    {"mkfifo", empty, makeFifo, empty}, {"unlink", plain, removeName, NULL}, {"rename", plain, renameNew, empty}, {"rename over another", two, renameOver, NULL},
    {"rename exchanging", two, exchange, NULL}, {"rename a folder", withFolder, renameFolder, undoFolder}, {"rename into a folder", withFolder, renameInto, undoInto},
    {"stat", withFolder, status, undoFolder}, {"statx", plain, statusExtended, NULL}, {"fstat", withFile, statusOfOpen, closeFirst}, {"access", plain, mayAccess, NULL},
    {"readlink", linked, readSymbolic, NULL}, {"getcwd", NULL, resolveCwd, NULL}, {"chdir", withFolder, enter, leave}, {"fchdir", openedFolder, enterOpen, leaveOpen},
    {"getdents", openedFolder, entries, leaveOpen}, {"chmod", plain, permissions, NULL}, {"chown", plain, owner, NULL}, {"utimensat", plain, times_, NULL},
    {"truncate", plain, cutShort, NULL}, {"statfs", NULL, spaceOf, NULL}, {"mount", withFolder, mountNew, unmount}, {"mount proc", withFolder, mountProc, unmount},
    {"mount bind", withFolder, bind_, unmount}, {"umount", mounted, unmountIt, undoFolder},
    {"ioctl of a terminal", onTerminal, terminalState, closeFirst}, {"ioctl TIOCGWINSZ", onTerminal, terminalSize, closeFirst}, {"read in /proc", openedProc, readProc, closeFirst},
};

int main(void) {
    setUp();
    memset(buffer, 'b', sizeof buffer);
    plain();
    tryAll(cases, sizeof cases / sizeof *cases);
    return tearDown();
}
