// Pipes and FIFOs: capacity, atomicity, end of file, SIGPIPE and EPIPE, O_NONBLOCK, poll events, FIONREAD, concurrent writers.
#include "report.h"
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/uio.h>

static char buffer[200000];

static void writeToNoReader(void) {
    int ends[2];
    pipe(ends);
    close(ends[0]);
    write(ends[1], "x", 1);
}

static void pollBoth(const char *what, int *ends) {
    struct pollfd files[2] = {{ends[0], POLLIN, 0}, {ends[1], POLLOUT, 0}};
    int ready = poll(files, 2, 0);
    printf("%s: ready %d read %x write %x\n", what, ready, files[0].revents, files[1].revents);
}

int main(void) {
    int ends[2];
    REPORT(pipe(ends));
    pollBoth("empty", ends);
    REPORT(write(ends[1], "hello", 5));
    pollBoth("filled", ends);
    int available;
    REPORT(ioctl(ends[0], FIONREAD, &available));
    printf("available %d\n", available);
    REPORT(read(ends[0], buffer, 3));
    REPORT(read(ends[0], buffer, 100));
    REPORT(fcntl(ends[0], F_SETFL, O_NONBLOCK));
    REPORT(read(ends[0], buffer, 1));
    REPORT(fcntl(ends[1], F_SETFL, O_NONBLOCK));
    REPORT(write(ends[1], buffer, 200000));
    REPORT(write(ends[1], buffer, 1));
    pollBoth("full", ends);
    REPORT(read(ends[0], buffer, 4096));
    REPORT(write(ends[1], buffer, 4096));
    REPORT(write(ends[1], buffer, 4097));
    REPORT(fcntl(ends[1], F_GETPIPE_SZ));
    REPORT(lseek(ends[0], 0, SEEK_SET));
    REPORT(pread(ends[0], buffer, 1, 0));
    REPORT(write(ends[0], "x", 1));
    REPORT(read(ends[1], buffer, 1));
    REPORT(ftruncate(ends[1], 0));
    struct stat status;
    REPORT(fstat(ends[0], &status));
    printf("mode %o size %ld\n", status.st_mode, (long)status.st_size);
    REPORT(close(ends[1]));
    REPORT(read(ends[0], buffer, 200000));
    REPORT(read(ends[0], buffer, 1));
    pollBoth("writer gone", ends);

    inChild("write without reader", writeToNoReader);
    signal(SIGPIPE, SIG_IGN);
    pipe(ends);
    close(ends[0]);
    REPORT(write(ends[1], "x", 1));
    pollBoth("reader gone", ends);
    REPORT(write(ends[1], "x", 0));
    close(ends[1]);

    // Writes up to PIPE_BUF are atomic: lines of concurrent writers never mix.
    pipe(ends);
    for (int writer = 0; writer < 4; writer++) if (fork() == 0) {
        char line[101];
        memset(line, 'a' + writer, 100);
        line[99] = '\n';
        for (int i = 0; i < 300; i++) write(ends[1], line, 100);
        _exit(0);
    }
    close(ends[1]);
    long lines = 0, mixed = 0;
    FILE *reader = fdopen(ends[0], "r");
    while (fgets(buffer, sizeof buffer, reader)) {
        lines++;
        for (int i = 1; i < 99; i++) if (buffer[i] != buffer[0]) { mixed++; break; }
    }
    while (wait(NULL) > 0) { }
    printf("lines %ld mixed %ld\n", lines, mixed);
    fclose(reader);

    // A blocked writer of a large buffer goes on as the reader drains it.
    pipe(ends);
    if (fork() == 0) { long written = write(ends[1], buffer, 200000); _exit(written == 200000 ? 1 : 2); }
    close(ends[1]);
    long received = 0, chunk;
    while ((chunk = read(ends[0], buffer, 7000)) > 0) received += chunk;
    int status2;
    wait(&status2);
    printf("received %ld\n", received);
    reportStatus("large writer", status2);

    REPORT(mkfifo("/tmp/fifo", 0600));
    REPORT(mkfifo("/tmp/fifo", 0600));
    REPORT(open("/tmp/fifo", O_WRONLY | O_NONBLOCK));
    int reading = open("/tmp/fifo", O_RDONLY | O_NONBLOCK);
    REPORT(read(reading, buffer, 1));
    int writing = open("/tmp/fifo", O_WRONLY | O_NONBLOCK);
    REPORT(read(reading, buffer, 1));
    REPORT(write(writing, "fifo", 4));
    REPORT(read(reading, buffer, 10));
    if (fork() == 0) { int other = open("/tmp/fifo", O_WRONLY); sleepMillis(50); write(other, "late", 4); _exit(0); }
    fcntl(reading, F_SETFL, 0);
    REPORT(read(reading, buffer, 10));
    wait(NULL);
    REPORT(unlink("/tmp/fifo"));
    struct iovec vectors[] = {{"ab", 2}, {"", 0}, {"cde", 3}};
    pipe(ends);
    REPORT(writev(ends[1], vectors, 3));
    REPORT(read(ends[0], buffer, 10));
    REPORT(pipe2(ends, O_CLOEXEC | O_NONBLOCK));
    REPORT(fcntl(ends[0], F_GETFD));
    REPORT(fcntl(ends[1], F_GETFL) & O_NONBLOCK);
    REPORT(pipe2(ends, 12345));
    return 0;
}
