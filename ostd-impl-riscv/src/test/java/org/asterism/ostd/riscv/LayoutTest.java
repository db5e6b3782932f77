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
        "traps.S, AREA_CPU, " + MachineWords.CPU,
        "traps.S, AREA_KERNEL_STACK, " + MachineWords.KERNEL_STACK,
        "traps.S, AREA_USER_IMAGE, " + MachineWords.USER_IMAGE,
        "traps.S, AREA_SCRATCH, " + MachineWords.SCRATCH,
        "cpu.S, AREA_FLOATING, " + MachineWords.FLOATING,
        "traps.S, FRAME_PC, " + TrapFrame.PC,
        "traps.S, FRAME_SP, " + TrapFrame.SP,
        "traps.S, FRAME_TP, " + TrapFrame.TP,
        "traps.S, FRAME_CAUSE, " + TrapFrame.CAUSE,
        "traps.S, FRAME_VALUE, " + TrapFrame.VALUE,
        "traps.S, FRAME_STATUS, " + TrapFrame.STATUS,
        "traps.S, FRAME_BYTES, " + TrapFrame.BYTES,
        "boot.S, AREA_SELF, " + ThreadArea.SELF,
        "boot.S, AREA_STACK_LIMIT, " + ThreadArea.STACK_LIMIT,
        "boot.S, AREA_PREEMPTION_DEPTH, " + ThreadArea.PREEMPTION_DEPTH,
        "boot.S, AREA_STACK_BASE, " + ThreadArea.STACK_BASE,
        "boot.S, AREA_TASK_ID, " + ThreadArea.TASK_ID,
        "boot.S, AREA_CPU, " + MachineWords.CPU,
        "boot.S, AREA_BYTES, " + ThreadArea.BYTES,
    })
    void assemblyUsesTheOffsetsOfJava(String file, String name, int offset) throws IOException {
        try (InputStream stream = LayoutTest.class.getResourceAsStream("/asm/riscv64/" + file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = Pattern.compile("\\.set " + name + ", ([0-9]+)").matcher(text);
            assertThat(matcher.find()).as(name + " in " + file).isTrue();
            assertThat(Integer.parseInt(matcher.group(1))).isEqualTo(offset);
        }
    }
}
