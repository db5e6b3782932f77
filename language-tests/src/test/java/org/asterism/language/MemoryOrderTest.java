package org.asterism.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.asterism.aot.LinkageException;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.Machine;
import org.asterism.language.batch.MachineCode;
import org.asterism.language.programs.litmus.AccessModes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The machine code of every access mode has the instruction that its order needs on x86-64, and accesses stand in the order of the program:
 * one processor alone would never show that a fence is missing.
 */
class MemoryOrderTest {
    private static final String FULL_BARRIER = "xchg|mfence|lock ";
    private static final Batch MODES = Batch.of("memory-order", "language", AccessModes.class);
    private static List<MachineCode> images;

    @BeforeAll
    static void compile() throws LinkageException, IOException {
        images = List.of(MachineCode.of(Machine.LINUX_PROCESS, MODES.compiledAsProcess().elf()), MachineCode.of(Machine.BARE_X86_64, MODES.compiledForBare(Machine.BARE_X86_64).elf()));
    }

    /** Looks at what a method does to memory, in each image. */
    private static void check(String method, Consumer<List<String>> expectation) {
        for (MachineCode image : images) {
            expectation.accept(accesses(image, method));
        }
    }

    private static List<String> accesses(MachineCode image, String method) {
        return image.memoryAccesses("AccessModes__" + method + "__");
    }

    @Test
    void storesWithATotalOrderAreFullBarriers() {
        for (String method : List.of("volatileField", "volatileReference", "volatileWide", "volatileHandle", "volatileElement", "atomicSet",
                "fullFence")) {
            check(method, accesses -> assertThat(accesses).anyMatch(access -> access.matches("(" + FULL_BARRIER + ").*")));
        }
    }

    @Test
    void weakerStoresAreNone() {
        for (String method : List.of("plainField", "opaque", "release", "releaseFence", "storeStoreFence")) {
            check(method, accesses -> assertThat(accesses).isNotEmpty()
                    .noneMatch(access -> access.matches("(" + FULL_BARRIER + ").*")));
        }
    }

    @Test
    void updatesAreLockedInstructions() {
        check("compareAndSet", accesses -> assertThat(accesses).anyMatch(access -> access.startsWith("lock cmpxchg")));
        check("compareAndExchange", accesses -> assertThat(accesses).anyMatch(access -> access.startsWith("lock cmpxchg")));
        check("atomicCompareAndSet", accesses -> assertThat(accesses).anyMatch(access -> access.startsWith("lock cmpxchg")));
        check("getAndAdd", accesses -> assertThat(accesses).anyMatch(access -> access.startsWith("lock xadd")));
        check("atomicIncrement", accesses -> assertThat(accesses).anyMatch(access -> access.matches("lock (xadd|add|inc).*")));
        check("getAndSet", accesses -> assertThat(accesses).anyMatch(access -> access.startsWith("xchg")));
    }

    @Test
    void storesBeforeAReleaseStayBeforeIt() {
        for (String method : List.of("publishByRelease", "publishByVolatile", "publishByFence")) {
            check(method, accesses -> {
                int first = MachineCode.indexOf(accesses, "0x11111111");
                assertThat(first).as("data is stored before anything that may be the flag: " + accesses).isZero();
                assertThat(accesses.size()).isGreaterThan(1);
            });
        }
    }

    @Test
    void loadsAreNeitherMergedNorMoved() {
        for (String method : List.of("twoOpaqueLoads", "twoVolatileLoads", "acquireThenPlain", "plainThenAcquire", "fencedLoads")) {
            check(method, accesses -> assertThat(accesses).as(method).hasSizeGreaterThanOrEqualTo(2));
        }
        for (MachineCode image : images) {
            int data = offset(accesses(image, "plainField").get(0));
            assertThat(lastOffset(accesses(image, "acquireThenPlain"))).as("read after the flag").isEqualTo(data);
            assertThat(lastOffset(accesses(image, "fencedLoads"))).as("read after the fence").isEqualTo(data);
            assertThat(lastOffset(accesses(image, "plainThenAcquire"))).as("read before the flag").isNotEqualTo(data);
        }
    }

    private static int lastOffset(List<String> accesses) {
        return offset(accesses.get(accesses.size() - 1));
    }

    /** The displacement of a memory operand: which field it is. */
    private static int offset(String access) {
        String operand = access.replaceAll(".*?(0x[0-9a-f]+)?\\(.*", "$1");
        return operand.isEmpty() ? 0 : Integer.decode(operand);
    }

    @Test
    void constructorsOfFinalFieldsStoreThemBeforeTheObjectIsPublished() {
        check("publishFinal", accesses -> {
            int field = MachineCode.indexOf(accesses, "0x33333333");
            assertThat(field).isNotNegative();
            assertThat(accesses.subList(field + 1, accesses.size())).as("the reference is stored after the final field")
                    .anyMatch(access -> access.matches("mov +%r.*"));
        });
    }
}
