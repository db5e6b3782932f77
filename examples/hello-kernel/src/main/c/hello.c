/* The program that hello-kernel runs: two system calls, no C library. */
static long call(long number, long first, const void *second, long third) {
    long result;
    __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(first), "S"(second), "d"(third) : "rcx", "r11", "memory");
    return result;
}

static const char greeting[] = "hello from user mode\n";

__attribute__((force_align_arg_pointer)) void _start(void) {
    long written = call(1, 1, greeting, sizeof greeting - 1); /* write */
    call(60, written == sizeof greeting - 1 ? 0 : 1, 0, 0);    /* exit */
}
