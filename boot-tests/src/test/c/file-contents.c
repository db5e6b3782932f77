// Reading and writing: offsets, append, truncate, holes, vectors, positions shared by dup and fork, unlinked open files, large offsets.
#include "report.h"
#include <sys/sendfile.h>
#include <sys/uio.h>

static char buffer[300000];

int main(void) {
    int file = open("/tmp/file", O_RDWR | O_CREAT | O_TRUNC, 0644);
    REPORT(write(file, "0123456789", 10));
    REPORT(lseek(file, 0, SEEK_CUR));
    REPORT(lseek(file, 3, SEEK_SET));
    REPORT(read(file, buffer, 4));
    printf("%.4s\n", buffer);
    REPORT(lseek(file, -2, SEEK_END));
    REPORT(read(file, buffer, 100));
    REPORT(read(file, buffer, 100));
    REPORT(lseek(file, -1, SEEK_SET));
    REPORT(lseek(file, 0, 99));
    REPORT(pread(file, buffer, 3, 5));
    REPORT(pwrite(file, "abc", 3, 20));
    REPORT(lseek(file, 0, SEEK_END));
    REPORT(pread(file, buffer, 23, 0));
    REPORT_TRUE(memcmp(buffer, "0123456789\0\0\0\0\0\0\0\0\0\0abc", 23) == 0);
    REPORT(pread(file, buffer, 3, -1));
    REPORT(pread(file, buffer, 3, 1000));
    REPORT(ftruncate(file, 5));
    REPORT(ftruncate(file, 9));
    REPORT(pread(file, buffer, 20, 0));
    REPORT_TRUE(memcmp(buffer, "01234\0\0\0\0", 9) == 0);
    REPORT(ftruncate(file, -1));
    REPORT(truncate("/tmp/file", 3));
    REPORT(truncate("/tmp/absent", 3));
    REPORT(truncate("/tmp", 3));

    int append = open("/tmp/file", O_WRONLY | O_APPEND);
    lseek(append, 0, SEEK_SET);
    REPORT(write(append, "END", 3));
    REPORT(lseek(append, 0, SEEK_CUR));
    REPORT(pwrite(append, "x", 1, 0));
    REPORT(read(append, buffer, 1));
    int reader = open("/tmp/file", O_RDONLY);
    REPORT(write(reader, "x", 1));
    REPORT(ftruncate(reader, 0));
    REPORT(read(reader, buffer, 100));
    printf("%.7s\n", buffer);

    struct iovec out[3] = {{"one", 3}, {"", 0}, {"twothree", 8}}, in[2] = {{buffer, 5}, {buffer + 100, 20}};
    REPORT(pwritev(file, out, 3, 0));
    REPORT(lseek(file, 0, SEEK_SET));
    REPORT(readv(file, in, 2));
    printf("%.5s %.6s\n", buffer, buffer + 100);
    REPORT(preadv(file, in, 2, 4));
    REPORT(writev(file, out, -1));
    REPORT(writev(file, out, 0));
    REPORT(writev(file, out, 1025));

    // The offset belongs to the open file, which dup and fork share and a second open does not.
    lseek(file, 0, SEEK_SET);
    int duplicate = dup(file);
    if (fork() == 0) { read(file, buffer, 4); _exit(0); }
    wait(NULL);
    REPORT(lseek(duplicate, 0, SEEK_CUR));
    REPORT(lseek(reader, 0, SEEK_CUR));

    // An unlinked file lives while it is open.
    REPORT(unlink("/tmp/file"));
    REPORT(open("/tmp/file", O_RDONLY));
    struct stat status;
    fstat(file, &status);
    printf("links %ld size %ld\n", (long)status.st_nlink, (long)status.st_size);
    REPORT(pwrite(file, "still here", 10, 0));
    REPORT(pread(reader, buffer, 10, 0));
    printf("%.10s\n", buffer);
    close(file);
    close(duplicate);

    // A sparse file beyond 4 GiB.
    file = open("/tmp/sparse", O_RDWR | O_CREAT, 0600);
    REPORT(pwrite(file, "far", 3, 5L << 30));
    fstat(file, &status);
    printf("size %ld, few blocks %d\n", (long)status.st_size, status.st_blocks < 100);
    REPORT(pread(file, buffer, 10, (5L << 30) - 4));
    REPORT_TRUE(memcmp(buffer, "\0\0\0\0far", 7) == 0);
    REPORT(lseek(file, 0, SEEK_DATA) >= 0);
    REPORT(lseek(file, 6L << 30, SEEK_DATA));
    REPORT(ftruncate(file, 0));
    fstat(file, &status);
    printf("blocks %ld\n", (long)status.st_blocks);
    REPORT(fallocate(file, 0, 0, 10000));
    fstat(file, &status);
    printf("size %ld\n", (long)status.st_size);
    close(file);
    unlink("/tmp/sparse");

    // Big writes come back whole.
    for (int i = 0; i < (int)sizeof buffer; i++) buffer[i] = (char)(i * 31 >> 3);
    file = open("/tmp/big", O_RDWR | O_CREAT, 0600);
    REPORT(write(file, buffer, sizeof buffer));
    char *copy = malloc(sizeof buffer);
    REPORT(pread(file, copy, sizeof buffer, 0));
    REPORT(memcmp(copy, buffer, sizeof buffer));
    REPORT(pread(file, copy, 5000, 4090));
    REPORT(memcmp(copy, buffer + 4090, 5000));
    int target = open("/tmp/target", O_RDWR | O_CREAT, 0600);
    off_t from = 1000;
    REPORT(sendfile(target, file, &from, 200000));
    REPORT((long)from);
    REPORT(pread(target, copy, 200000, 0));
    REPORT(memcmp(copy, buffer + 1000, 200000));
    lseek(file, 0, SEEK_SET);
    REPORT(sendfile(target, file, NULL, 1000000));
    REPORT(sendfile(target, file, NULL, 1000000));
    REPORT(fsync(file));
    REPORT(fdatasync(file));
    REPORT(copy_file_range(file, NULL, target, NULL, 100, 0));
    unlink("/tmp/big");
    unlink("/tmp/target");
    REPORT(read(open("/tmp", O_RDONLY), buffer, 10));
    REPORT(write(open("/dev/full", O_WRONLY), "x", 1));
    REPORT(read(open("/dev/null", O_RDONLY), buffer, 10));
    int random = open("/dev/urandom", O_RDONLY);
    REPORT(read(random, buffer, 1000));
    long ones = 0;
    for (int i = 0; i < 1000; i++) ones += __builtin_popcount((unsigned char)buffer[i]);
    REPORT_TRUE(ones > 3600 && ones < 4400);
    REPORT(close(random));
    REPORT(close(random));
    return 0;
}
