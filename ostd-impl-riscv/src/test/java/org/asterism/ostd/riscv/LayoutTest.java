package org.asterism.ostd.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asterism.ostd.bare.MachineWords;
import org.asterism.ostd.unsafe.ThreadArea;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java and assembly agree on the offsets they share. */
class LayoutTest {
    @ParameterizedTest
    @CsvSource({
        "thread-area.S, AREA_KERNEL_STACK, " + MachineWords.KERNEL_STACK,
        "thread-area.S, AREA_USER_IMAGE, " + MachineWords.USER_IMAGE,
        "thread-area.S, AREA_SCRATCH, " + MachineWords.SCRATCH,
        "thread-area.S, AREA_FLOATING, " + MachineWords.FLOATING,
        "riscv64/traps.S, FRAME_PC, " + TrapFrame.PC,
        "riscv64/traps.S, FRAME_SP, " + TrapFrame.SP,
        "riscv64/traps.S, FRAME_TP, " + TrapFrame.TP,
        "riscv64/traps.S, FRAME_CAUSE, " + TrapFrame.CAUSE,
        "riscv64/traps.S, FRAME_VALUE, " + TrapFrame.VALUE,
        "riscv64/traps.S, FRAME_STATUS, " + TrapFrame.STATUS,
        "riscv64/traps.S, FRAME_BYTES, " + TrapFrame.BYTES,
        "thread-area.S, AREA_SELF, " + ThreadArea.SELF,
        "thread-area.S, AREA_STACK_LIMIT, " + ThreadArea.STACK_LIMIT,
        "thread-area.S, AREA_PREEMPTION_DEPTH, " + ThreadArea.PREEMPTION_DEPTH,
        "thread-area.S, AREA_STACK_BASE, " + ThreadArea.STACK_BASE,
        "thread-area.S, AREA_TASK_ID, " + ThreadArea.TASK_ID,
        "thread-area.S, AREA_CPU, " + MachineWords.CPU,
        "thread-area.S, AREA_BYTES, " + ThreadArea.BYTES,
        "riscv64/boot.S, STACK_BYTES, " + RiscvBoot.STACK_BYTES,
        "riscv64/traps.S, EMERGENCY_STACK_BYTES, " + Traps.EMERGENCY_STACK_BYTES,
        "riscv64/boot.S, STACK_RESERVE_BYTES, " + RiscvBoot.STACK_RESERVE_BYTES,
    })
    void assemblyUsesTheOffsetsOfJava(String file, String name, int offset) throws IOException {
        try (InputStream stream = LayoutTest.class.getResourceAsStream("/asm/" + file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = Pattern.compile("\\.set " + name + ", ([0-9]+)").matcher(text);
            assertThat(matcher.find()).as(name + " in " + file).isTrue();
            assertThat(Integer.parseInt(matcher.group(1))).isEqualTo(offset);
        }
    }
}
