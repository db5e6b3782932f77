/* Offsets of ThreadArea and, from AREA_CPU on, of MachineWords in it; and the memory that every bare machine boots with. */
.set AREA_SELF, 0
.set AREA_STACK_LIMIT, 8
.set AREA_PREEMPTION_DEPTH, 24
.set AREA_STACK_BASE, 32
.set AREA_TASK_ID, 40
.set AREA_CPU, 600              /* area of the processor that the task runs on */
.set AREA_KERNEL_STACK, 608     /* stack pointer to continue with after user mode */
.set AREA_USER_IMAGE, 616       /* register frame of the running user image: its beginning or its end, as trap entry wants it */
.set AREA_SCRATCH, 624          /* user stack pointer during entry */
.set AREA_FLOATING, 632         /* how deep the task is in methods that compute in floating-point registers */
.set AREA_BYTES, 1024

.set BOOT_ARENA_BYTES, 262144

/* What follows the boot stack: the area of the boot task, that of the boot processor, and memory for objects until there are frames. */
.macro BOOT_MEMORY
.global ostd_boot_area
ostd_boot_area:
    .zero AREA_BYTES
    .balign 64
.global ostd_boot_cpu
ostd_boot_cpu:
    .zero 256
    .balign 16
.global asterism_boot_arena_start, asterism_boot_arena_end
asterism_boot_arena_start:
    .zero BOOT_ARENA_BYTES
asterism_boot_arena_end:
.endm
