// System calls that only older architectures have: elsewhere they become what the C library makes of them there.
#include <fcntl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#ifdef SYS_open
#define anyCall syscall
#else
enum {
    SYS_open = 100000, SYS_stat, SYS_lstat, SYS_access, SYS_mkdir, SYS_rmdir, SYS_unlink, SYS_rename, SYS_link, SYS_symlink, SYS_readlink, SYS_chmod,
    SYS_chown, SYS_pipe, SYS_poll, SYS_select, SYS_time
};

// Neither poll nor select waits.
static inline long anyCall(long number, long a, long b, long c, long d, long e, long f) {
    struct timespec none = {0, 0};
    switch (number) {
    case SYS_open: return syscall(SYS_openat, AT_FDCWD, a, b, c);
    case SYS_stat: return syscall(SYS_newfstatat, AT_FDCWD, a, b, 0);
    case SYS_lstat: return syscall(SYS_newfstatat, AT_FDCWD, a, b, AT_SYMLINK_NOFOLLOW);
    case SYS_access: return syscall(SYS_faccessat, AT_FDCWD, a, b);
    case SYS_mkdir: return syscall(SYS_mkdirat, AT_FDCWD, a, b);
    case SYS_rmdir: return syscall(SYS_unlinkat, AT_FDCWD, a, AT_REMOVEDIR);
    case SYS_unlink: return syscall(SYS_unlinkat, AT_FDCWD, a, 0);
    case SYS_rename: return syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, 0);
    case SYS_link: return syscall(SYS_linkat, AT_FDCWD, a, AT_FDCWD, b, 0);
    case SYS_symlink: return syscall(SYS_symlinkat, a, AT_FDCWD, b);
    case SYS_readlink: return syscall(SYS_readlinkat, AT_FDCWD, a, b, c);
    case SYS_chmod: return syscall(SYS_fchmodat, AT_FDCWD, a, b);
    case SYS_chown: return syscall(SYS_fchownat, AT_FDCWD, a, b, c, 0);
    case SYS_pipe: return syscall(SYS_pipe2, a, 0);
    case SYS_poll: return syscall(SYS_ppoll, a, b, &none, 0, 8);
    case SYS_select: return syscall(SYS_pselect6, a, b, c, d, &none, 0);
    case SYS_time: return syscall(SYS_gettimeofday, a, 0);
    default: return syscall(number, a, b, c, d, e, f);
    }
}
#endif
