package org.asterism.ostd.x86;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Boots the kernel of checks in QEMU. */
class MachineIT {
    private static Path image;

    @BeforeAll
    static void compile() throws IOException {
        image = Guest.compile();
    }

    @Test
    void everyCheckPasses() throws IOException {
        String printed = Guest.boot(image, 256, "selftest", null, null);
        assertThat(printed).contains("selftest: nx wp smep smap on").doesNotContain("FAIL").contains("suite ended, failures 0");
    }

    @Test
    void everyCheckPassesInLittleMemory() throws IOException {
        String printed = Guest.boot(image, 64, "", null, null);
        assertThat(printed).doesNotContain("FAIL").contains("suite ended, failures 0");
    }

    @Test
    void memoryAboveFourGigabytesIsUsed() throws IOException {
        String printed = Guest.boot(image, 5120, "selftest only=memory-size", null, null);
        assertThat(printed).containsPattern("50[0-9][0-9] MiB of memory").contains("suite ended, failures 0");
    }

    @Test
    void everyByteTypedArrivesInOrder() throws IOException {
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            typed.append((char) ('a' + i % 26));
        }
        String printed = Guest.boot(image, 128, "only=console", "type now", typed + "\n");
        assertThat(printed).contains("typed 2000 bytes, checksum " + checksum(typed)).contains("suite ended, failures 0");
    }

    private static long checksum(CharSequence text) {
        long sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum = sum * 31 + text.charAt(i);
        }
        return sum;
    }
}
