package org.asterism.aot.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Pushes, macros and calls of assembly are found. */
class AssemblyFramesTest {
    private static final String SOURCE = """
            .macro PUSH_BOTH
                pushq %rax
                pushq %rbx
            .endm
            .global first
            first:
                pushq %rbp          /* pushq in a comment */
                PUSH_BOTH
                subq $64, %rsp
                call compiled
                popq %rbp
                ret
            .globl second
            second: movl %edi, %eax
                jmp first
            FUNCTION third
                ret
            """;

    private final AssemblyFrames frames = new AssemblyFrames();

    AssemblyFramesTest() {
        frames.add(SOURCE);
    }

    @Test
    void everyPushCounts() {
        int returnAddresses = 8 + 8;
        assertThat(frames.function("first").bytes()).isEqualTo(returnAddresses + 3 * 8 + 64);
        assertThat(frames.function("third").bytes()).isEqualTo(8);
    }

    @Test
    void callsAreFound() {
        assertThat(frames.function("first").calls()).containsExactly("compiled");
        assertThat(frames.function("second").calls()).containsExactly("first");
        assertThat(frames.bytesOfCallers("compiled")).isEqualTo(frames.function("first").bytes());
    }

    @Test
    void framesOfRiscvCount() {
        AssemblyFrames riscv = new AssemblyFrames();
        riscv.add("""
                .set FRAME_BYTES, 288
                .global entry
                entry:
                1:  addi sp, sp, -FRAME_BYTES
                    addi t0, sp, FRAME_BYTES
                    addi sp, sp, -16
                    call compiled
                    addi sp, sp, 16
                    j 1b
                """);
        int counted = 8 + 8;
        assertThat(riscv.function("entry").bytes()).isEqualTo(counted + 288 + 16);
        assertThat(riscv.function("entry").calls()).contains("compiled");
    }

    @Test
    void anUnknownAmountIsRefused() {
        assertThatThrownBy(() -> frames.add(".global odd\nodd:\n subq $UNKNOWN, %rsp\n")).isInstanceOf(BuildException.class)
                .hasMessageContaining("UNKNOWN").hasMessageContaining(".set");
    }

    @Test
    void otherSymbolsAreNotKnown() {
        assertThat(frames.function("compiled")).isNull();
    }
}
