// Faults that only x86 knows: its instructions, its division, its addresses that are no addresses.
// only: x86_64
#include "faults.h"
#include <limits.h>

static void readNonCanonical(void) { sink = *(volatile int *)(0x8000000000000000 + zero); }
static void readUserEnd(void) { sink = *(volatile int *)(0x00007ffffffff000 + zero); }
static void divideByZero(void) { __asm__ volatile("xorl %%edx, %%edx; divl %0" : : "r"((int)zero), "a"(1) : "edx", "cc"); }
static void divideOverflow(void) { volatile int least = INT_MIN; sink = least / ((int)zero - 1); }
static void illegalInstruction(void) { __asm__ volatile("ud2"); }
static void breakpoint(void) { __asm__ volatile("int3"); }
static void halt(void) { __asm__ volatile("hlt"); }
static void disableInterrupts(void) { __asm__ volatile("cli"); }
static void readControlRegister(void) { long value; __asm__ volatile("mov %%cr0, %0" : "=r"(value)); sink = (int)value; }
static void portOutput(void) { __asm__ volatile("outb %%al, $0x80" : : "a"(0)); }
static void softwareInterrupt(void) { __asm__ volatile("int $0x20"); }
static void misalignedVector(void) { __asm__ volatile("movaps 1(%0), %%xmm0" : : "r"(data) : "xmm0"); }
static void singleStep(void) { __asm__ volatile("pushf; orl $0x100, (%%rsp); popf; nop; nop" : : : "memory", "cc"); }

static const struct fault faults[] = {
    {"read non-canonical", readNonCanonical}, {"read end of user space", readUserEnd}, {"divide by zero", divideByZero},
    {"divide overflow", divideOverflow}, {"illegal instruction", illegalInstruction}, {"breakpoint", breakpoint}, {"halt", halt},
    {"disable interrupts", disableInterrupts}, {"read cr0", readControlRegister}, {"port output", portOutput},
    {"software interrupt", softwareInterrupt}, {"misaligned vector", misalignedVector}, {"single step", singleStep},
};

int main(void) {
    runAll(faults, sizeof faults / sizeof faults[0]);
    return 0;
}
