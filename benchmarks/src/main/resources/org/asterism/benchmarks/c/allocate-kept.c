/* malloc; the nodes of the list before are freed when the next one is complete. */
#include "item.h"
enum { NODES = 200000 };

struct node { struct node *next; int64_t value; };
static struct node *kept;

static int64_t run(void) {
    struct node *list = 0;
    for (int i = 0; i < NODES; i++) {
        struct node *node = malloc(sizeof *node);
        *node = (struct node){list, i};
        list = node;
    }
    for (struct node *node = kept, *next; node; node = next) {
        next = node->next;
        free(node);
    }
    kept = list;
    uint64_t checksum = 0;
    for (struct node *node = kept; node; node = node->next) checksum = checksum * 31 + (uint64_t)node->value;
    return (int64_t)checksum;
}

const struct item allocate_kept = {"allocate-kept", NODES, 0, run};
