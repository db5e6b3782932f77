// POSIX threads over clone and futex: mutexes, condition variables, join, thread-local data, signals to threads, exit paths.
#include "report.h"
#include <linux/futex.h>
#include <pthread.h>
#include <semaphore.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static long total;
static int turn;
static __thread int local = 5;
static sem_t semaphore;
static pthread_barrier_t barrier;

static void *adder(void *argument) {
    for (int i = 0; i < 20000; i++) {
        pthread_mutex_lock(&mutex);
        total++;
        pthread_mutex_unlock(&mutex);
    }
    local += (int)(long)argument;
    return (void *)(long)local;
}

static void *player(void *argument) {
    int me = (int)(long)argument;
    for (int i = 0; i < 200; i++) {
        pthread_mutex_lock(&mutex);
        while (turn % 3 != me) pthread_cond_wait(&condition, &mutex);
        turn++;
        pthread_cond_broadcast(&condition);
        pthread_mutex_unlock(&mutex);
    }
    return NULL;
}

static volatile sig_atomic_t signalled;
static pthread_t receiver;
static void onSignal(int signal) { signalled = pthread_equal(pthread_self(), receiver) ? 1 : 2; }
static void *sleeper(void *argument) { while (!signalled) sleepMillis(10); return NULL; }
static void *barrierWaiter(void *argument) { return (void *)(long)(pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD); }
static void *poster(void *argument) { for (int i = 0; i < 100; i++) sem_post(&semaphore); return NULL; }
static void *exiter(void *argument) { exit(17); }
static void *execer(void *argument) { execl("/bin/busybox", "sh", "-c", "exit 18", NULL); return NULL; }
static void *crasher(void *argument) { *(volatile int *)8 = 1; return NULL; }
static void *spinner(void *argument) { for (volatile long i = 0; ; i++) { } return NULL; }

static void run(void *(*body)(void *)) {
    pthread_t other, thread;
    pthread_create(&other, NULL, spinner, NULL);
    pthread_create(&thread, NULL, body, NULL);
    pause();
}
static void exitInThread(void) { run(exiter); }
static void execInThread(void) { run(execer); }
static void crashInThread(void) { run(crasher); }
static void mainThreadExits(void) { pthread_t thread; pthread_create(&thread, NULL, exiter, NULL); pthread_exit(NULL); }

int main(void) {
    pthread_t threads[8];
    for (long i = 0; i < 8; i++) pthread_create(&threads[i], NULL, adder, (void *)i);
    long sum = 0;
    for (int i = 0; i < 8; i++) { void *result; pthread_join(threads[i], &result); sum += (long)result; }
    printf("total %ld, thread-local sum %ld, main's own %d\n", total, sum, local);

    for (long i = 0; i < 3; i++) pthread_create(&threads[i], NULL, player, (void *)i);
    for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);
    printf("turns %d\n", turn);

    struct sigaction action = {.sa_handler = onSignal};
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&receiver, NULL, sleeper, NULL);
    pthread_kill(receiver, SIGUSR1);
    pthread_join(receiver, NULL);
    printf("signal ran in %s\n", signalled == 1 ? "the target thread" : "another thread");

    pthread_barrier_init(&barrier, NULL, 4);
    long serial = 0;
    for (int i = 0; i < 4; i++) pthread_create(&threads[i], NULL, barrierWaiter, NULL);
    for (int i = 0; i < 4; i++) { void *result; pthread_join(threads[i], &result); serial += (long)result; }
    printf("serial threads %ld\n", serial);

    sem_init(&semaphore, 0, 0);
    pthread_create(&threads[0], NULL, poster, NULL);
    for (int i = 0; i < 100; i++) sem_wait(&semaphore);
    pthread_join(threads[0], NULL);
    struct timespec deadline;
    clock_gettime(CLOCK_REALTIME, &deadline);
    deadline.tv_nsec += 50000000;
    if (deadline.tv_nsec >= 1000000000) { deadline.tv_sec++; deadline.tv_nsec -= 1000000000; }
    REPORT(sem_timedwait(&semaphore, &deadline));
    pthread_mutex_lock(&mutex);
    printf("timed wait: %s\n", strerrorname_np(pthread_cond_timedwait(&condition, &mutex, &deadline)));
    pthread_mutex_unlock(&mutex);

    int word = 7;
    struct timespec brief = {0, 20000000};
    REPORT(syscall(SYS_futex, &word, FUTEX_WAIT, 8, NULL));
    REPORT(syscall(SYS_futex, &word, FUTEX_WAIT, 7, &brief));
    REPORT(syscall(SYS_futex, &word, FUTEX_WAKE, 1));
    REPORT(syscall(SYS_futex, (char *)&word + 1, FUTEX_WAIT, 7, NULL));
    REPORT(syscall(SYS_futex, &word, 99, 7, NULL));
    REPORT(syscall(SYS_futex, &word, FUTEX_REQUEUE, 1, 1, &turn));
    REPORT(syscall(SYS_tgkill, getpid(), 999999, SIGUSR1));
    REPORT_TRUE(syscall(SYS_gettid) == getpid());

    inChild("exit in a thread", exitInThread);
    inChild("exec in a thread", execInThread);
    inChild("crash in a thread", crashInThread);
    inChild("main thread exits first", mainThreadExits);
    return 0;
}
