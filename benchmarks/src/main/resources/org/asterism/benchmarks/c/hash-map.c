/* A chained hash table of pointers to keys and values, which doubles when it is three quarters full. */
#include "item.h"
#include <stdbool.h>
enum { KEYS = 50000, FIRST_CAPACITY = 16 };

struct node { uint32_t hash; const void *key; void *value; struct node *next; };
struct map {
    struct node **table;
    uint32_t capacity, size;
    uint32_t (*hash)(const void *);
    bool (*equals)(const void *, const void *);
};

static uint32_t spread(uint32_t hash) { return hash ^ hash >> 16; }

static void grow(struct map *map) {
    uint32_t capacity = map->capacity == 0 ? FIRST_CAPACITY : map->capacity * 2;
    struct node **table = calloc(capacity, sizeof *table);
    for (uint32_t i = 0; i < map->capacity; i++) {
        for (struct node *node = map->table[i], *next; node; node = next) {
            next = node->next;
            node->next = table[node->hash & (capacity - 1)];
            table[node->hash & (capacity - 1)] = node;
        }
    }
    free(map->table);
    map->table = table;
    map->capacity = capacity;
}

static void *get(const struct map *map, const void *key) {
    uint32_t hash = spread(map->hash(key));
    for (struct node *node = map->table[hash & (map->capacity - 1)]; node; node = node->next)
        if (node->hash == hash && (node->key == key || map->equals(node->key, key))) return node->value;
    return 0;
}

static void put(struct map *map, const void *key, void *value) {
    if (map->size >= map->capacity / 4 * 3) grow(map);
    uint32_t hash = spread(map->hash(key));
    struct node **end = &map->table[hash & (map->capacity - 1)];
    for (; *end; end = &(*end)->next) {
        if ((*end)->hash == hash && ((*end)->key == key || map->equals((*end)->key, key))) {
            (*end)->value = value;
            return;
        }
    }
    *end = malloc(sizeof **end);
    **end = (struct node){hash, key, value, 0};
    map->size++;
}

static void destroy(struct map *map) {
    for (uint32_t i = 0; i < map->capacity; i++) {
        for (struct node *node = map->table[i], *next; node; node = next) {
            next = node->next;
            free(node);
        }
    }
    free(map->table);
}

static uint32_t hash_number(const void *number) { return *(const uint32_t *)number; }
static bool same_number(const void *one, const void *other) { return *(const int32_t *)one == *(const int32_t *)other; }
static int32_t *keys[KEYS];

static void prepare(void) {
    uint64_t state = 42;
    for (int i = 0; i < KEYS; i++) {
        keys[i] = malloc(sizeof *keys[i]);
        *keys[i] = next_number(&state);
    }
}

static int64_t run(void) {
    struct map map = {.hash = hash_number, .equals = same_number};
    for (int i = 0; i < KEYS; i++) put(&map, keys[i], keys[KEYS - 1 - i]);
    int64_t checksum = map.size;
    for (int i = 0; i < KEYS; i++) checksum += (int64_t)*(int32_t *)get(&map, keys[i]) * (i & 15);
    destroy(&map);
    return checksum;
}

const struct item hash_map = {"hash-map", 2 * KEYS, prepare, run};
