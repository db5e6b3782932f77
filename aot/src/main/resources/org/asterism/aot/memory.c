/* Word-wise memory operations; also what the C compiler itself may call. */
typedef __attribute__((may_alias, aligned(1))) uint64_t loose_word;

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

void copy_bytes(char *from, char *to, int64_t bytes) {
    if ((((uint64_t)from | (uint64_t)to | (uint64_t)bytes) & 7) == 0) {
        copy_words(from, to, bytes);
    } else if ((uint64_t)to - (uint64_t)from >= (uint64_t)bytes) {
        int64_t i = 0;
#pragma GCC unroll 8
        for (; i + 8 <= bytes; i += 8) *(loose_word *)(to + i) = *(loose_word *)(from + i);
        for (; i < bytes; i++) to[i] = from[i];
    } else {
        int64_t i = bytes;
        for (; i >= 8; i -= 8) *(loose_word *)(to + i - 8) = *(loose_word *)(from + i - 8);
        for (; i > 0; i--) to[i - 1] = from[i - 1];
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
