// usage: crowd COUNT   Has COUNT processes alive at once: each touches memory, reports through a shared pipe, and waits to be let go.
#include "../report.h"

int main(int argc, char **argv) {
    int count = argc > 1 ? atoi(argv[1]) : 200, ready[2], go[2];
    pipe(ready);
    pipe(go);
    for (int i = 0; i < count; i++) {
        pid_t child = fork();
        if (child == -1) { printf("fork %d: %s\n", i, strerrorname_np(errno)); return 1; }
        if (child == 0) {
            char *memory = malloc(10 * PAGE), byte;
            for (int page = 0; page < 10; page++) memory[page * PAGE] = (char)i;
            close(go[1]);
            write(ready[1], "r", 1);
            read(go[0], &byte, 1); // end of file lets all go
            int wrong = 0;
            for (int page = 0; page < 10; page++) wrong += memory[page * PAGE] != (char)i;
            _exit(wrong);
        }
    }
    char byte;
    for (int i = 0; i < count; i++) if (read(ready[0], &byte, 1) != 1) return 2;
    printf("alive at once %d\n", count);
    close(go[0]);
    close(go[1]);
    int status, ended = 0, wrong = 0;
    while (wait(&status) > 0) { ended++; wrong += status != 0; }
    printf("ended %d, wrong %d\n", ended, wrong);
    return wrong != 0;
}
