/* A recursive quicksort. */
#include "item.h"
enum { LENGTH = 100000 };

static int32_t *source, *values;

static void prepare(void) {
    uint64_t state = 42;
    source = malloc(LENGTH * sizeof *source);
    values = malloc(LENGTH * sizeof *values);
    for (int i = 0; i < LENGTH; i++) source[i] = next_number(&state);
}

static void sort(int32_t *array, int from, int to) {
    int low = from, high = to;
    int32_t pivot = array[(from + to) / 2];
    while (low <= high) {
        while (array[low] < pivot) low++;
        while (array[high] > pivot) high--;
        if (low <= high) {
            int32_t swapped = array[low];
            array[low++] = array[high];
            array[high--] = swapped;
        }
    }
    if (from < high) sort(array, from, high);
    if (low < to) sort(array, low, to);
}

static int64_t run(void) {
    memcpy(values, source, LENGTH * sizeof *values);
    sort(values, 0, LENGTH - 1);
    uint64_t checksum = 0;
    for (int i = 0; i < LENGTH; i += 100) checksum = checksum * 31 + (uint64_t)values[i];
    return (int64_t)checksum;
}

const struct item quicksort = {"quicksort", LENGTH, prepare, run};
