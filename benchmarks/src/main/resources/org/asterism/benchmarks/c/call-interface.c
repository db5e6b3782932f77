/* Calls through tables of functions, five kinds of receivers. */
#include "item.h"
enum { RECEIVERS = 1024, ROUNDS = 2048 };

struct operation;
struct operation_functions { uint32_t (*apply)(const struct operation *, uint32_t); };
struct operation { const struct operation_functions *functions; uint32_t operand; };

static uint32_t add(const struct operation *self, uint32_t value) { return value + self->operand; }
static uint32_t multiply(const struct operation *self, uint32_t value) { return value * self->operand; }
static uint32_t flip(const struct operation *self, uint32_t value) { return value ^ self->operand; }
static uint32_t subtract_from(const struct operation *self, uint32_t value) { return self->operand - value; }
static uint32_t rotate(const struct operation *self, uint32_t value) {
    return value << (self->operand & 31) | value >> (-self->operand & 31);
}
static const struct operation_functions kinds[] = {{add}, {multiply}, {flip}, {subtract_from}, {rotate}};
static struct operation *program[RECEIVERS];

static void prepare(void) {
    uint64_t state = 42;
    for (int i = 0; i < RECEIVERS; i++) {
        int kind = next_number(&state) % 5;
        program[i] = malloc(sizeof *program[i]);
        *program[i] = (struct operation){&kinds[kind], (uint32_t)(kind == 1 ? i | 1 : kind == 4 ? i & 31 : i)};
    }
}

static int64_t run(void) {
    uint32_t value = 1;
    for (int round = 0; round < ROUNDS; round++)
        for (int i = 0; i < RECEIVERS; i++) value = program[i]->functions->apply(program[i], value);
    return (int32_t)value;
}

const struct item call_interface = {"call-interface", RECEIVERS * ROUNDS, prepare, run};
