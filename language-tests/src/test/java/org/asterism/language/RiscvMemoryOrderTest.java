package org.asterism.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.asterism.aot.LinkageException;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.Machine;
import org.asterism.language.batch.MachineCode;
import org.asterism.language.programs.litmus.AccessModes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What RVWMO (The RISC-V Instruction Set Manual I, chapter 17) needs stands in the machine code of every access mode: accesses in the order
 * of the program, with the fences and the annotated updates between them. Volatile loads begin with a full fence, as gcc's volatile stores need.
 */
class RiscvMemoryOrderTest {
    /** Not the batch of {@link MemoryOrderTest}, which another process may compile at the same time. */
    private static final Batch MODES = Batch.of("memory-order-riscv", "language", AccessModes.class);

    private static MachineCode image;

    @BeforeAll
    static void compile() throws LinkageException, IOException {
        image = MachineCode.of(Machine.BARE_RISCV64, MODES.compiledForBare(Machine.BARE_RISCV64).elf());
    }

    /** The names of the instructions, fences with their operands. A load before a reference is stored asks whether the collector marks. */
    private static List<String> accesses(String method) {
        return image.memoryAccesses("AccessModes__" + method + "__").stream()
                .map(access -> access.startsWith("fence") ? access.replace('\t', ' ') : access.split("\t")[0]).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plainField           | sw
            opaque               | sw
            release              | fence rw,w; sw
            releaseFence         | sw; fence rw,w; sw
            storeStoreFence      | sw; fence rw,w; sw
            fullFence            | sw; fence; sw
            volatileField        | fence iorw,ow; amoswap.w.aq
            volatileWide         | fence iorw,ow; amoswap.d.aq
            volatileHandle       | fence iorw,ow; amoswap.w.aq
            volatileElement      | lw; fence iorw,ow; amoswap.w.aq
            compareAndSet        | fence iorw,ow; lr.w.aq; sc.w.aq
            compareAndExchange   | fence iorw,ow; lr.w.aq; sc.w.aq
            getAndAdd            | fence iorw,ow; amoadd.w.aq
            getAndSet            | lw; fence iorw,ow; amoswap.d.aq
            publishByRelease     | sw; fence rw,w; sw
            publishByVolatile    | sw; fence iorw,ow; amoswap.w.aq
            publishByFence       | sw; fence rw,w; sw
            twoOpaqueLoads       | lw; lw
            twoVolatileLoads     | fence; lw; fence; fence; lw; fence
            acquireThenPlain     | lw; fence; lw
            plainThenAcquire     | lw; lw; fence
            fencedLoads          | lw; fence; lw
            """)
    void accessesAreOrderedAsTheModeSays(String method, String expected) {
        assertThat(accesses(method)).containsExactly(expected.split("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            volatileReference    | lw; fence iorw,ow; amoswap.d.aq
            atomicSet            | fence iorw,ow; amoswap.w.aq
            atomicIncrement      | fence iorw,ow; amoadd.w.aq
            atomicCompareAndSet  | fence iorw,ow; lr.w.aq; sc.w.aq
            publishFinal         | sw; fence rw,w; sd
            """)
    void accessesThatCodeAroundThemDoesNotChangeStandInThisOrder(String method, String expected) {
        assertThat(accesses(method)).containsSubsequence(expected.split("; "));
    }
}
