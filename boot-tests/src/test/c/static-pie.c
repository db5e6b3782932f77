// linkage: -static-pie -fPIE
// only: x86_64
// A position-independent static program: relocated by its own start-up code at the base that the kernel chose.
#include "report.h"
#include <elf.h>
#include <sys/auxv.h>

static int value = 41;
static int *pointer = &value; // needs a relative relocation
static const char *const words[] = {"relocated", "strings", NULL};
static __thread int local = 3;
static int add(int a) { return a + 1; }
static int (*function)(int) = add;

int main(int argc, char **argv) {
    (*pointer)++;
    printf("%d %d %d\n", value, function(value), local);
    for (const char *const *word = words; *word; word++) puts(*word);
    REPORT_TRUE((unsigned long)main > 0x400000 + 0x10000000);
    REPORT_TRUE(getauxval(AT_BASE) == 0);
    Elf64_Phdr *header = (Elf64_Phdr *)getauxval(AT_PHDR);
    unsigned long base = 0;
    int relro = 0, loads = 0;
    for (unsigned long i = 0; i < getauxval(AT_PHNUM); i++) {
        if (header[i].p_type == PT_LOAD && loads++ == 0) base = (unsigned long)header - header[i].p_vaddr - sizeof(Elf64_Ehdr);
        if (header[i].p_type == PT_GNU_RELRO) relro = 1;
    }
    REPORT_TRUE(base % PAGE == 0 && memcmp((void *)base, "\177ELF", 4) == 0);
    REPORT_TRUE(loads >= 3 && relro);
    REPORT_TRUE(getauxval(AT_ENTRY) > base);
    char *brk = sbrk(0);
    REPORT_TRUE(brk != NULL && malloc(1000) != NULL);
    fflush(stdout);
    if (fork() == 0) { printf("child %d\n", *pointer); exit(5); }
    int status;
    wait(&status);
    reportStatus("child", status);
    return argc == 1 ? 0 : 1;
}
