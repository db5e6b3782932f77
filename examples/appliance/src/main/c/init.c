/* The program of the appliance: says how many primes there are, and ends, upon which the machine turns itself off. No C library. */
#define LIMIT 100000

static long call(long number, long first, const void *second, long third) {
    long result;
    __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(first), "S"(second), "d"(third) : "rcx", "r11", "memory");
    return result;
}

static char composite[LIMIT];

static int count_primes(void) {
    int count = 0;
    for (int n = 2; n < LIMIT; n++) {
        if (composite[n]) {
            continue;
        }
        count++;
        for (long multiple = (long) n * n; multiple < LIMIT; multiple += n) {
            composite[multiple] = 1;
        }
    }
    return count;
}

/* The kernel aligns the stack for a function that was jumped to, not called. */
__attribute__((force_align_arg_pointer)) void _start(void) {
    char line[] = "appliance: ???? primes below 100000\n";
    int count = count_primes();
    for (int digit = 14; digit >= 11; digit--) {
        line[digit] = (char) ('0' + count % 10);
        count /= 10;
    }
    call(1, 1, line, sizeof line - 1); /* write */
    call(60, 0, 0, 0);                 /* exit */
}
