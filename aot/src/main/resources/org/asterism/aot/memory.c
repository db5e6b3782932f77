/* Word-wise memory operations; also what the C compiler itself may call. */
typedef __attribute__((may_alias, aligned(1))) uint64_t loose_word;
typedef __attribute__((may_alias, aligned(1))) uint32_t loose_half;

void copy_words(char *from, char *to, int64_t bytes) {
    uint64_t *source = (uint64_t *)from, *target = (uint64_t *)to;
    int64_t count = bytes >> 3;
    if ((uint64_t)to - (uint64_t)from >= (uint64_t)bytes) {
#pragma GCC unroll 8
        for (int64_t i = 0; i < count; i++) STORE(uint64_t, &target[i], LOAD(uint64_t, &source[i]));
    } else {
        for (int64_t i = count - 1; i >= 0; i--) STORE(uint64_t, &target[i], LOAD(uint64_t, &source[i]));
    }
}

/* Fewer than 8 bytes: everything is read before anything is written. */
static inline void copy_few(char *from, char *to, int64_t bytes) {
    if (bytes >= 4) {
        uint32_t first = *(loose_half *)from, last = *(loose_half *)(from + bytes - 4);
        *(loose_half *)to = first;
        *(loose_half *)(to + bytes - 4) = last;
    } else if (bytes > 0) {
        char first = from[0], middle = from[bytes >> 1], last = from[bytes - 1];
        to[0] = first;
        to[bytes >> 1] = middle;
        to[bytes - 1] = last;
    }
}

void copy_bytes(char *from, char *to, int64_t bytes) {
    if ((((uint64_t)from | (uint64_t)to | (uint64_t)bytes) & 7) == 0) {
        copy_words(from, to, bytes);
    } else if (bytes < 8) {
        copy_few(from, to, bytes);
    } else { /* the words at the ends are read first: the loop leaves at most one of them, and may overwrite its source */
        uint64_t first = *(loose_word *)from, last = *(loose_word *)(from + bytes - 8);
        if ((uint64_t)to - (uint64_t)from >= (uint64_t)bytes) {
#pragma GCC unroll 8
            for (int64_t i = 0; i + 8 < bytes; i += 8) *(loose_word *)(to + i) = *(loose_word *)(from + i);
            *(loose_word *)(to + bytes - 8) = last;
        } else {
            for (int64_t i = bytes; i > 8; i -= 8) *(loose_word *)(to + i - 8) = *(loose_word *)(from + i - 8);
            *(loose_word *)to = first;
        }
    }
}

void fill_words(char *address, int64_t bytes, int64_t word) {
    int64_t count = bytes >> 3, *words = (int64_t *)address;
#pragma GCC unroll 16
    for (int64_t i = 0; i < count; i++) STORE(int64_t, &words[i], word);
}

void *memmove(void *to, const void *from, uint64_t bytes) { copy_bytes((char *)from, (char *)to, (int64_t)bytes); return to; }
void *memcpy(void *to, const void *from, uint64_t bytes) { copy_bytes((char *)from, (char *)to, (int64_t)bytes); return to; }
void *memset(void *to, int byte, uint64_t bytes) {
    uint64_t word = (uint8_t)byte * 0x0101010101010101UL, i = 0;
    for (; i + 8 <= bytes; i += 8) *(loose_word *)((char *)to + i) = word;
    for (; i < bytes; i++) ((char *)to)[i] = (char)byte;
    return to;
}

#ifdef __riscv
/* What the C compiler calls because the least RV64 has no instructions for it. */
int __popcountdi2(uint64_t x) {
    x = x - (x >> 1 & 0x5555555555555555UL);
    x = (x & 0x3333333333333333UL) + (x >> 2 & 0x3333333333333333UL);
    return (int)(((x + (x >> 4)) & 0x0f0f0f0f0f0f0f0fUL) * 0x0101010101010101UL >> 56);
}
int __clzdi2(uint64_t x) {
    x |= x >> 1, x |= x >> 2, x |= x >> 4, x |= x >> 8, x |= x >> 16, x |= x >> 32;
    return __popcountdi2(~x);
}
int __ctzdi2(uint64_t x) { return __popcountdi2((x & -x) - 1); }
uint64_t __bswapdi2(uint64_t x) {
    x = (x & 0x00ff00ff00ff00ffUL) << 8 | (x >> 8 & 0x00ff00ff00ff00ffUL);
    x = (x & 0x0000ffff0000ffffUL) << 16 | (x >> 16 & 0x0000ffff0000ffffUL);
    return x << 32 | x >> 32;
}
uint32_t __bswapsi2(uint32_t x) { return (uint32_t)(__bswapdi2(x) >> 32); }
#endif
