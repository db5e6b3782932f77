package org.asterism.assembly.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElfSectionsTest {
    private static final int SECTION_TABLE = 0x28;

    /** A file header and nothing else. */
    private static byte[] elf() {
        byte[] header = new byte[64];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1}, 0, header, 0, 6);
        return header;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void findsWhatWasAddedAgain() {
        Map<String, byte[]> first = new LinkedHashMap<>();
        first.put(".a", text("one"));
        first.put(".b", text("two"));
        byte[] once = ElfSections.added(elf(), first);
        byte[] twice = ElfSections.added(once, Map.of(".c", text("three")));

        assertThat(ElfSections.content(once, ".a")).hasValue(text("one"));
        assertThat(ElfSections.content(twice, ".b")).hasValue(text("two"));
        assertThat(ElfSections.content(twice, ".c")).hasValue(text("three"));
        assertThat(ElfSections.content(twice, ".d")).isEmpty();
        assertThat(Arrays.mismatch(twice, once)).as("the first byte that changed").isEqualTo(SECTION_TABLE);
    }

    @Test
    void aDamagedFileHasNoSections() {
        byte[] file = ElfSections.added(elf(), Map.of(".a", text("one")));
        for (int at = SECTION_TABLE; at < file.length; at++) {
            byte[] damaged = file.clone();
            ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).put(at, (byte) 0xff);
            ElfSections.content(damaged, ".a");
            ElfSections.content(Arrays.copyOf(file, at), ".a");
        }
        assertThat(ElfSections.content(Arrays.copyOf(file, file.length - 64), ".a")).isEmpty();
        assertThat(ElfSections.isElf(text("#!/bin/sh"))).isFalse();
    }
}
