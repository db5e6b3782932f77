package org.asterism.aot.target;

import java.util.List;

/**
 * A machine and environment.
 *
 * @param name how requests name it
 * @param arch the folder of assembly files, {@code asm/<arch>} in each bundle
 * @param toolPrefix in front of the names of the GNU tools: empty for those of the host
 * @param machineFlags flags of the C compiler that choose instructions and calling convention, for data and assembly too
 * @param floatingFlags flags of the C compiler, after the others, for the functions that compute in floating-point registers; if there are any,
 *     these functions are compiled apart
 * @param compilerFlags flags of the C compiler, without optimisation and debugging
 * @param linkerFlags flags of the linker driver
 * @param definitions lines of C in front of the prelude: {@code THREAD_AREA}, {@code THREAD_WORD}, {@code STACK_LIMIT},
 *     {@code STACK_POINTER}, {@code PAUSE}, {@code STORE}, {@code RELEASE_FENCE}, {@code RETURN_ADDRESS_IN}, {@code CALLER_OF}, {@code TELL}, {@code TELL_AND_STORE}, {@code FLOATING} in front of a function that computes in floating-point registers and {@code FLOATING_REGION} at
 *     its beginning
 * @param eagerInitialization which classes are initialised before the program starts, so that no initialiser can fail later
 *     for lack of memory
 */
public record Target(String name, String arch, String toolPrefix, List<String> machineFlags, List<String> floatingFlags,
        List<String> compilerFlags, List<String> linkerFlags, List<String> definitions, EagerInitialization eagerInitialization) {
    private static final List<String> COMMON_FLAGS = List.of("-std=gnu11", "-ffreestanding", "-fwrapv",
            "-fno-strict-aliasing", "-fno-delete-null-pointer-checks", "-ffp-contract=off", "-fno-math-errno", "-fno-ivopts",
            "-fno-tree-loop-distribute-patterns", "-fno-ipa-icf",
            // stack traces: every call keeps its frame, its place and its line
            "-fno-optimize-sibling-calls", "-fno-crossjumping", "-fno-tree-tail-merge", "-fno-partial-inlining",
            "-fno-stack-protector",
            "-fno-omit-frame-pointer", "-fno-asynchronous-unwind-tables", "-fno-pic", "-fvisibility=hidden", "-w");

    /** Tests the marking flag; the collector is told out of line, by a routine that keeps all registers. */
    private static final String TEST = "\"cmpl $0, asterism_marking(%%rip)\\n\\tjne 8f\\n9:\" ";
    private static final String TOLD = "\"\\n\\t.pushsection .text.tell, \\\"ax\\\", @progbits\\n8:\\tpushq %[told]\\n\\tcall asterism_tell\\n\\tjmp 9b\\n\\t.popsection\"";

    /** A process of Linux on x86-64, linked statically and without a C library. */
    public static final Target LINUX_X86_64 = new Target("linux-x86_64", "x86_64", "", List.of(), List.of(),
            with("-fcf-protection=none", "-mcmodel=small", "-mno-red-zone"),
            List.of("-static", "-nostdlib", "-no-pie", "-Wl,--build-id=none", "-Wl,-z,noexecstack"),
            x86("fs", "", "do { } while (0)"), EagerInitialization.NONE);

    /** A bare x86-64 machine: the kernel half of the address space, no floating-point registers in ordinary code. */
    public static final Target BARE_X86_64 = new Target("bare-x86_64", "x86_64", "", List.of(), List.of(),
            with("-fcf-protection=none", "-mcmodel=kernel", "-mno-red-zone", "-mgeneral-regs-only"),
            List.of("-static", "-nostdlib", "-no-pie", "-Wl,--build-id=none", "-Wl,-z,noexecstack",
                    "-Wl,-z,max-page-size=0x1000"),
            x86("gs", "__attribute__((target(\"sse2\")))",
                    "int region_ __attribute__((cleanup(asterism_floating_end))) = asterism_floating_begin()",
                    "extern int asterism_floating_begin(void);",
                    "extern void asterism_floating_end(int *);"), EagerInitialization.ALL);

    /** The calling convention without floating-point registers: integers carry all values, so that both kinds of code link. */
    private static final String RISCV_CONVENTION = "-mabi=lp64";

    /** A bare RV64 machine: the highest 2 GiB, no floating-point registers in ordinary code. */
    public static final Target BARE_RISCV64 = new Target("bare-riscv64", "riscv64", "riscv64-linux-gnu-",
            List.of("-march=rv64imac_zicsr_zifencei", RISCV_CONVENTION), List.of("-march=rv64gc"),
            // relaxation would move code between the two links
            with("-march=rv64imac_zicsr_zifencei", RISCV_CONVENTION, "-mcmodel=medlow", "-mno-relax", "-msmall-data-limit=0"),
            List.of("-march=rv64imac_zicsr_zifencei", RISCV_CONVENTION, "-static", "-nostdlib", "-no-pie", "-Wl,--build-id=none", "-Wl,-z,noexecstack",
                    "-Wl,--no-relax", "-Wl,-z,max-page-size=0x1000"),
            riscv(), EagerInitialization.ALL);

    private static List<Target> all() {
        return List.of(LINUX_X86_64, BARE_X86_64, BARE_RISCV64);
    }

    private static List<String> with(String... flags) {
        List<String> all = new java.util.ArrayList<>(COMMON_FLAGS);
        all.addAll(List.of(flags));
        return List.copyOf(all);
    }

    private static List<String> x86(String segment, String floating, String floatingRegion, String... declarations) {
        List<String> all = new java.util.ArrayList<>(List.of(
                "#define THREAD_AREA() (*(int64_t __seg_" + segment + " *)0)",
                "#define THREAD_WORD(offset) (*(volatile int64_t __seg_" + segment + " *)(offset))",
                "#define STACK_LIMIT() (*(int64_t __seg_" + segment + " *)8)",
                "#define PAUSE() __builtin_ia32_pause()",
                "#define STORE(type, address, stored) __atomic_store_n((type *)(address), (type)(stored), __ATOMIC_RELAXED)",
                "#define RELEASE_FENCE() __atomic_thread_fence(__ATOMIC_RELEASE)",
                "#define RETURN_ADDRESS_IN(frame) LOAD(int64_t, (frame) + 8)",
                "#define CALLER_OF(frame) LOAD(int64_t, frame)",
                "#define FLOATING " + floating,
                "#define FLOATING_REGION " + floatingRegion,
                "#define TELL(reference) __asm__ volatile(" + TEST + TOLD + " : : [told] \"r\"(reference) : \"cc\", \"memory\")",
                "#define TELL_AND_STORE(slot, reference) __asm__ volatile(" + TEST + "\"movq %[told], %[place]\\n\" " + TOLD
                        + " : [place] \"=m\"(*(slot)) : [told] \"r\"(reference) : \"cc\")"));
        all.addAll(List.of(declarations));
        return List.copyOf(all);
    }

    /** The thread area is in {@code tp}; the routine that tells the collector is called with the second link register, for which the
     * assembler takes t1, and keeps all registers but these and its argument t2. gcc 12 would make an exchange of every atomic store, however
     * weak, and a full fence of every fence; an aligned volatile store is one store as well. */
    private static List<String> riscv() {
        return List.of(
                "register char *thread_area_ __asm__(\"tp\");",
                "#define THREAD_AREA() ((int64_t)thread_area_)",
                "#define THREAD_WORD(offset) (*(volatile int64_t *)(thread_area_ + (offset)))",
                "#define STACK_LIMIT() (*(int64_t *)(thread_area_ + 8))",
                "#define PAUSE() __asm__ volatile(\".word 0x0100000f\" : : : \"memory\")",
                "#define STORE(type, address, stored) ((void)(*(type volatile *)(address) = (type)(stored)))",
                "#define RELEASE_FENCE() __asm__ volatile(\"fence rw, w\" : : : \"memory\")",
                "#define RETURN_ADDRESS_IN(frame) LOAD(int64_t, (frame) - 8)",
                "#define CALLER_OF(frame) LOAD(int64_t, (frame) - 16)",
                "#define FLOATING __attribute__((noinline))",
                "#define FLOATING_REGION int region_ __attribute__((cleanup(asterism_floating_end))) = asterism_floating_begin()",
                "extern int asterism_floating_begin(void);",
                "extern void asterism_floating_end(int *);",
                "extern char asterism_marking[];",
                "#define TELL(reference) do { if (UNLIKELY(LOAD(int32_t, asterism_marking) != 0)) "
                        + "__asm__ volatile(\"mv t2, %[told]\\n\\tcall t0, asterism_tell\" : : [told] \"r\"(reference) : \"t0\", \"t1\", \"t2\", \"memory\"); } while (0)",
                "#define TELL_AND_STORE(slot, reference) do { TELL(reference); STORE(ref, slot, reference); } while (0)");
    }

    /** The largest frame that a function of a kernel may have, in bytes; gcc keeps more of a large function on the stack of RISC-V. */
    public int largestFrame() {
        return separatesFloating() ? 6 << 10 : 2 << 10;
    }

    /** Whether functions that compute in floating-point registers are compiled apart from all others. */
    public boolean separatesFloating() {
        return !floatingFlags.isEmpty();
    }

    /**
     * The same machine for a program that may see when classes are initialised: those of unprivileged bundles are initialised
     * at their first use, as a JVM does.
     */
    public Target initializingProgramsOnUse() {
        EagerInitialization fewer = eagerInitialization == EagerInitialization.NONE ? EagerInitialization.NONE : EagerInitialization.RUNTIME;
        return new Target(name, arch, toolPrefix, machineFlags, floatingFlags, compilerFlags, linkerFlags, definitions, fewer);
    }

    /** Whether the image is a program for itself, of whose runtime stack traces show nothing, as on a JVM; else it is a kernel. */
    public boolean isProgram() {
        return eagerInitialization != EagerInitialization.ALL;
    }

    /**
     * The target of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Target named(String name) {
        for (Target target : all()) {
            if (target.name.equals(name)) {
                return target;
            }
        }
        throw new IllegalArgumentException("no target \"" + name + "\"; choose one of " + String.join(", ", all().stream().map(Target::name).toList()));
    }
}
