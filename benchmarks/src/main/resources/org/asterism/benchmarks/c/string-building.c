/* A buffer that doubles, and the finished text in memory of its own. */
#include "item.h"
enum { STRINGS = 50000, FIRST_CAPACITY = 16 };

struct buffer { char *text; size_t length, capacity; };

static void reserve(struct buffer *buffer, size_t more) {
    if (buffer->length + more > buffer->capacity) {
        while (buffer->length + more > buffer->capacity) buffer->capacity = buffer->capacity * 2 + 2;
        buffer->text = realloc(buffer->text, buffer->capacity);
    }
}

static void append_text(struct buffer *buffer, const char *text) {
    size_t length = strlen(text);
    reserve(buffer, length);
    memcpy(buffer->text + buffer->length, text, length);
    buffer->length += length;
}

static void append_character(struct buffer *buffer, char character) {
    reserve(buffer, 1);
    buffer->text[buffer->length++] = character;
}

static void append_number(struct buffer *buffer, int32_t number) {
    char digits[12], *first = digits + sizeof digits;
    uint32_t rest = number < 0 ? -(uint32_t)number : (uint32_t)number;
    do *--first = (char)('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (number < 0) *--first = '-';
    size_t length = (size_t)(digits + sizeof digits - first);
    reserve(buffer, length);
    memcpy(buffer->text + buffer->length, first, length);
    buffer->length += length;
}

static __attribute__((noinline)) char *build(const char *name, int32_t number) {
    struct buffer buffer = {malloc(FIRST_CAPACITY), 0, FIRST_CAPACITY};
    append_text(&buffer, name);
    append_character(&buffer, ' ');
    append_number(&buffer, number);
    append_text(&buffer, " of ");
    append_number(&buffer, STRINGS);
    append_text(&buffer, ": ");
    append_number(&buffer, number * 7919);
    append_text(&buffer, number % 2 == 0 ? " even" : " odd");
    append_character(&buffer, ';');
    char *text = malloc(buffer.length + 1);
    memcpy(text, buffer.text, buffer.length);
    text[buffer.length] = 0;
    free(buffer.text);
    return text;
}

static int64_t run(void) {
    uint64_t checksum = 0;
    for (int i = 0; i < STRINGS; i++) {
        char *text = build("entry", i);
        checksum = checksum * 31 + strlen(text) + (uint64_t)text[i % 16];
        free(text);
    }
    return (int64_t)checksum;
}

const struct item string_building = {"string-building", STRINGS, 0, run};
