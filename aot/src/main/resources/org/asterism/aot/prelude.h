typedef signed char int8_t;
typedef unsigned char uint8_t;
typedef short int16_t;
typedef unsigned short uint16_t;
typedef int int32_t;
typedef unsigned int uint32_t;
typedef long int64_t;
typedef unsigned long uint64_t;
typedef struct object *ref;

/* Results: the value and the exception that ends the call, or null. */
typedef struct { int32_t value; ref exception; } result_i;
typedef struct { int64_t value; ref exception; } result_j;
typedef struct { ref value; ref exception; } result_a;

#define LIKELY(condition) __builtin_expect(!!(condition), 1)
#define UNLIKELY(condition) __builtin_expect(!!(condition), 0)
#define COLD __attribute__((cold))

/* Memory. Every access is one machine access, so racing Java code never sees a torn or an invented value. */
#define FIELD(object, offset) ((char *)(object) + (int64_t)(offset))
#define ADDRESS(object, offset) ((char *)(object) + (offset))
#define LOAD(type, address) __atomic_load_n((type *)(address), __ATOMIC_RELAXED)
#define LOAD_ACQUIRE(type, address) __atomic_load_n((type *)(address), __ATOMIC_ACQUIRE)
#define LOAD_VOLATILE(type, address) __atomic_load_n((type *)(address), __ATOMIC_SEQ_CST)
#define STORE_RELEASE(type, address, stored) ({ RELEASE_FENCE(); STORE(type, address, stored); })
#define STORE_VOLATILE(type, address, stored) __atomic_store_n((type *)(address), (type)(stored), __ATOMIC_SEQ_CST)
#define GET_AND_ADD(type, address, operand) __atomic_fetch_add((type *)(address), (type)(operand), __ATOMIC_SEQ_CST)
#define GET_AND_OR(type, address, operand) __atomic_fetch_or((type *)(address), (type)(operand), __ATOMIC_SEQ_CST)
#define GET_AND_AND(type, address, operand) __atomic_fetch_and((type *)(address), (type)(operand), __ATOMIC_SEQ_CST)
#define GET_AND_XOR(type, address, operand) __atomic_fetch_xor((type *)(address), (type)(operand), __ATOMIC_SEQ_CST)
#define GET_AND_SET(type, address, operand) __atomic_exchange_n((type *)(address), (type)(operand), __ATOMIC_SEQ_CST)
#define COMPARE_AND_EXCHANGE(type, address, expected, replacement) ({ type witness_ = (type)(expected); \
    __atomic_compare_exchange_n((type *)(address), &witness_, (type)(replacement), 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST); \
    witness_; })
#define COMPARE_AND_SET(type, address, expected, replacement) ({ type witness_ = (type)(expected); \
    (int32_t)__atomic_compare_exchange_n((type *)(address), &witness_, (type)(replacement), 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST); })

/* The one place where references are written into objects, arrays and static fields. While the collector marks, it is told of a
   reference before that is stored; from the test to the store the reference is in a register, where the collector looks. */
#define STORE_REFERENCE(address, stored) ({ ref *slot_ = (ref *)(address), stored_ = (ref)(stored); \
    if (__builtin_constant_p(stored_) && !stored_) STORE(ref, slot_, 0); else TELL_AND_STORE(slot_, stored_); })
#define STORE_REFERENCE_RELEASE(address, stored) ({ ref stored_ = (ref)(stored); TELL(stored_); STORE_RELEASE(ref, address, stored_); })
#define STORE_REFERENCE_VOLATILE(address, stored) ({ ref stored_ = (ref)(stored); TELL(stored_); STORE_VOLATILE(ref, address, stored_); })
#define GET_AND_SET_REFERENCE(address, stored) ({ ref stored_ = (ref)(stored); TELL(stored_); GET_AND_SET(ref, address, stored_); })
#define COMPARE_AND_SET_REFERENCE(address, expected, stored) \
    ({ ref stored_ = (ref)(stored); TELL(stored_); COMPARE_AND_SET(ref, address, expected, stored_); })
#define COMPARE_AND_EXCHANGE_REFERENCE(address, expected, stored) \
    ({ ref stored_ = (ref)(stored); TELL(stored_); COMPARE_AND_EXCHANGE(ref, address, expected, stored_); })

/* Objects. */
#define CLASS_OF(object) (*(char **)(object))
#define CLASS_MIRROR(object) (*(ref *)CLASS_OF(object))
#define LENGTH(array) (*(int32_t *)((char *)(array) + 12))
#define ELEMENT(type, array, index) ((type *)((char *)(array) + 16) + (uint32_t)(index)) /* in bounds, so not negative */
#define ELEMENT_CLASS(class) (*(char **)((class) + 24))
#define INITIALIZATION_STATE(class) LOAD_ACQUIRE(int32_t, (class) + 52)
#define IS_SUBTYPE(class, word, number) (*(uint16_t *)((class) + (int64_t)(word)) == (uint16_t)(int64_t)(number))
#define IS_SUBTYPE_OF(class, target) \
    (*(uint16_t *)((class) + *(int32_t *)((target) + 80)) == (uint16_t)*(int32_t *)((target) + 84))
#define ENTRY(class, selector) (*(void **)((class) + (int64_t)(selector)))

/* Allocation of an instance of at most 128 bytes from the task's own run of zeroed cells (ThreadArea.RUNS, one run each 16 bytes of
   size). An interrupt between the stores sees a cell that is still reserved, afterwards a complete object. */
#define RUN_CURSOR(bytes) ((ref)THREAD_WORD((int64_t)(bytes) + 48))
#define RUN_IS_USED_UP(cell, bytes) UNLIKELY((int64_t)(cell) == THREAD_WORD((int64_t)(bytes) + 56))
#define TAKE_CELL(cell, class, bytes) do { STORE(char *, cell, class); RELEASE_FENCE(); \
    THREAD_WORD((int64_t)(bytes) + 48) = (int64_t)(cell) + (int64_t)(bytes); } while (0)

#define STACK_POINTER() ((int64_t)__builtin_frame_address(0))
/* Something to do after a call, so that recursion without end uses up its stack instead of becoming a loop. */
#define KEEP_FRAME() __asm__ volatile ("")

/* Integer arithmetic: division truncates and MIN / -1 wraps; shift distances are taken modulo the width. */
#define DIVIDE(left, right) ((right) == -1 ? -(left) : (left) / (right))
#define REMAINDER(left, right) ((right) == -1 ? 0 : (left) % (right))
#define COMPARE(left, right) (((left) > (right)) - ((left) < (right)))

static inline int32_t leading_zeros_int(int32_t x) { return x == 0 ? 32 : __builtin_clz((uint32_t)x); }
static inline int32_t leading_zeros_long(int64_t x) { return x == 0 ? 64 : __builtin_clzl((uint64_t)x); }
static inline int32_t trailing_zeros_int(int32_t x) { return x == 0 ? 32 : __builtin_ctz((uint32_t)x); }
static inline int32_t trailing_zeros_long(int64_t x) { return x == 0 ? 64 : __builtin_ctzl((uint64_t)x); }

/* Floating point. Values travel as bits; these work on bits and are the only code that uses floating-point registers. */
#define FLOAT(bits) ({ union { int32_t i; float f; } u_; u_.i = (bits); u_.f; })
#define DOUBLE(bits) ({ union { int64_t j; double d; } u_; u_.j = (bits); u_.d; })
#define FLOAT_BITS(number) ({ union { int32_t i; float f; } u_; u_.f = (number); u_.i; })
#define DOUBLE_BITS(number) ({ union { int64_t j; double d; } u_; u_.d = (number); u_.j; })
#define square_root(bits) DOUBLE_BITS(__builtin_sqrt(DOUBLE(bits)))
#define TO_INTEGRAL(type, number, minimum, maximum, limit) ({ __typeof__(number) x_ = (number); \
    x_ != x_ ? (type)0 : x_ >= (limit) ? (type)(maximum) : x_ <= -(limit) ? (type)(minimum) : (type)x_; })
#define TO_INT(number) TO_INTEGRAL(int32_t, number, -2147483647 - 1, 2147483647, 2147483648.0)
#define TO_LONG(number) TO_INTEGRAL(int64_t, number, -9223372036854775807L - 1, 9223372036854775807L, 9223372036854775808.0)
#define COMPARE_NAN_LESS(left, right) ({ __typeof__(left) a_ = (left), b_ = (right); a_ > b_ ? 1 : a_ == b_ ? 0 : -1; })
#define COMPARE_NAN_GREATER(left, right) ({ __typeof__(left) a_ = (left), b_ = (right); a_ < b_ ? -1 : a_ == b_ ? 0 : 1; })

/* Copies move aligned words as wholes, so that a reference is never half written when an interrupt looks. */
extern void copy_words(char *from, char *to, int64_t bytes);
extern void copy_bytes(char *from, char *to, int64_t bytes);
extern void fill_words(char *address, int64_t bytes, int64_t word);
