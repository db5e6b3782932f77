/* From the PVH entry (32-bit protected mode, paging off, ebx = start info) to ostd_main in the higher half.
   Provisional page tables map the first 4 GiB three times: identically, in the linear map, and (1 GiB) as the kernel image. */

#include "thread-area.S"

.set LINEAR_ENTRY, 256          /* PML4 index of 0xffff800000000000 */
.set IMAGE_ENTRY, 511           /* PML4 and PDPT 510: 0xffffffff80000000 */
.set BOOT_STACK_BYTES, 65536
.set STACK_RESERVE_BYTES, 10240     /* as of every kernel stack: X86Boot */

/* XEN_ELFNOTE_PHYS32_ENTRY: tells the loader the 32-bit entry point. */
.section .note.xen, "a", @note
    .long 4, 8, 18
    .asciz "Xen"
    .quad ostd_pvh_start

.section .boot.text, "ax"
.code32
.global ostd_pvh_start
ostd_pvh_start:
    cld
    movl %ebx, %ebp

    /* Four page directories of 2 MiB pages. */
    movl $boot_directories, %edi
    movl $0x83, %eax
    xorl %edx, %edx
1:  movl %eax, (%edi)
    movl %edx, 4(%edi)
    addl $8, %edi
    addl $0x200000, %eax
    jnc 1b

    movl $boot_directories + 3, %eax
    movl $boot_low_pointers, %edi
    movl $4, %ecx
2:  movl %eax, (%edi)
    addl $0x1000, %eax
    addl $8, %edi
    loop 2b

    movl $boot_directories + 3, boot_high_pointers + 510 * 8
    movl $boot_low_pointers + 3, boot_root
    movl $boot_low_pointers + 3, boot_root + LINEAR_ENTRY * 8
    movl $boot_high_pointers + 3, boot_root + IMAGE_ENTRY * 8

    movl %cr4, %eax
    orl $0x620, %eax            /* PAE, OSFXSR, OSXMMEXCPT */
    movl %eax, %cr4
    movl $boot_root, %eax
    movl %eax, %cr3
    movl $0xc0000080, %ecx      /* EFER */
    rdmsr
    orl $0x901, %eax            /* SCE, LME, NXE */
    wrmsr
    movl $0x80010033, %eax      /* PG, WP, NE, ET, MP, PE; caches on */
    movl %eax, %cr0
    lgdt boot_gdt_pointer
    ljmp $0x10, $3f

.code64
3:  movabsq $boot_high, %rax
    jmp *%rax

.section .boot.data, "aw"
    .balign 8
boot_gdt:
    .quad 0, 0
    .quad 0x00af9b000000ffff    /* 64-bit kernel code */
    .quad 0x00cf93000000ffff    /* kernel data */
boot_gdt_pointer:
    .word boot_gdt_pointer - boot_gdt - 1
    .long boot_gdt

.section .boot.tables, "aw", @nobits
    .balign 4096
boot_root:
    .zero 4096
boot_low_pointers:
    .zero 4096
boot_high_pointers:
    .zero 4096
boot_directories:
    .zero 4 * 4096

.section .text.assembly, "ax"
boot_high:
    movw $0x18, %ax
    movw %ax, %ds
    movw %ax, %es
    movw %ax, %ss
    xorl %eax, %eax
    movw %ax, %fs
    movw %ax, %gs

    /* The boot task: its thread area lies above its stack; preemption is off until the scheduler runs. */
    leaq ostd_boot_area(%rip), %rsp
    movq %rsp, AREA_SELF(%rsp)
    movq %rsp, AREA_STACK_BASE(%rsp)
    movl $1, AREA_PREEMPTION_DEPTH(%rsp)
    movl $0xffff, AREA_TASK_ID(%rsp)
    leaq ostd_boot_stack + STACK_RESERVE_BYTES(%rip), %rbx
    movq %rbx, AREA_STACK_LIMIT(%rsp)

    leaq ostd_boot_cpu(%rip), %rax
    movq %rax, AREA_CPU(%rsp)
    movq %rsp, %rax
    movq %rsp, %rdx
    shrq $32, %rdx
    movl $0xc0000101, %ecx      /* GS base */
    wrmsr

    movl %ebp, %edi
    xorl %ebp, %ebp
    call ostd_main
4:  cli
    hlt
    jmp 4b

.bss
    .balign 4096
.global ostd_boot_stack
ostd_boot_stack:
    .zero BOOT_STACK_BYTES
    BOOT_MEMORY
    .section .note.GNU-stack, "", @progbits
