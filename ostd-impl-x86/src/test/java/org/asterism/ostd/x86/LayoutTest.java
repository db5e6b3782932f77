package org.asterism.ostd.x86;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asterism.ostd.bare.MachineWords;
import org.asterism.ostd.unsafe.ThreadArea;
import org.junit.jupiter.api.Test;

/** Java and assembly agree on the offsets they share. */
class LayoutTest {
    @Test
    void trapEntryUsesTheOffsetsOfJava() throws IOException {
        assertThat(constant("thread-area.S", "AREA_KERNEL_STACK")).isEqualTo(MachineWords.KERNEL_STACK);
        assertThat(constant("thread-area.S", "AREA_USER_IMAGE")).isEqualTo(MachineWords.USER_IMAGE);
        assertThat(constant("thread-area.S", "AREA_SCRATCH")).isEqualTo(MachineWords.SCRATCH);
        assertThat(constant("thread-area.S", "AREA_FLOATING")).isEqualTo(MachineWords.FLOATING);
        assertThat(constant("x86_64/traps.S", "CPU_TASK_STATE_SEGMENT")).isEqualTo(Descriptors.TASK_STATE_SEGMENT);
        assertThat(constant("x86_64/traps.S", "FRAME_BYTES")).isEqualTo(TrapFrame.BYTES);
        assertThat(constant("x86_64/traps.S", "FRAME_RCX")).isEqualTo(TrapFrame.RCX);
        assertThat(constant("x86_64/traps.S", "FRAME_VECTOR")).isEqualTo(TrapFrame.VECTOR);
        assertThat(constant("x86_64/traps.S", "FRAME_RIP")).isEqualTo(TrapFrame.RIP);
        assertThat(constant("x86_64/traps.S", "FRAME_RFLAGS")).isEqualTo(TrapFrame.RFLAGS);
        assertThat(constant("x86_64/traps.S", "FRAME_RSP")).isEqualTo(TrapFrame.RSP);
        assertThat(constant("x86_64/traps.S", "VECTOR_SYSCALL")).isEqualTo(TrapFrame.VECTOR_SYSCALL);
    }

    @Test
    void bootUsesTheOffsetsOfTheThreadArea() throws IOException {
        assertThat(constant("thread-area.S", "AREA_SELF")).isEqualTo(ThreadArea.SELF);
        assertThat(constant("thread-area.S", "AREA_STACK_LIMIT")).isEqualTo(ThreadArea.STACK_LIMIT);
        assertThat(constant("thread-area.S", "AREA_PREEMPTION_DEPTH")).isEqualTo(ThreadArea.PREEMPTION_DEPTH);
        assertThat(constant("thread-area.S", "AREA_STACK_BASE")).isEqualTo(ThreadArea.STACK_BASE);
        assertThat(constant("thread-area.S", "AREA_TASK_ID")).isEqualTo(ThreadArea.TASK_ID);
        assertThat(constant("thread-area.S", "AREA_CPU")).isEqualTo(MachineWords.CPU);
        assertThat(constant("x86_64/boot.S", "BOOT_STACK_BYTES")).isEqualTo(X86Boot.BOOT_STACK_BYTES);
        assertThat(constant("x86_64/boot.S", "STACK_RESERVE_BYTES")).isEqualTo(X86Boot.STACK_RESERVE_BYTES);
        assertThat(constant("thread-area.S", "AREA_BYTES")).isEqualTo(ThreadArea.BYTES);
    }

    private static int constant(String file, String name) throws IOException {
        try (InputStream stream = LayoutTest.class.getResourceAsStream("/asm/" + file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = Pattern.compile("\\.set " + name + ", ([0-9]+)").matcher(text);
            assertThat(matcher.find()).as(name + " in " + file).isTrue();
            return Integer.parseInt(matcher.group(1));
        }
    }
}
