package org.asterism.assembly.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.asterism.assembly.Descriptors;
import org.asterism.assembly.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Version;

class DescriptorReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsEveryKey() throws RefusedException {
        KernelDescriptor descriptor = Descriptors.of(folder, String.join("\n",
                "-runrequires: bnd.identity;id=org.example.fs;version='[1.0,2)', ostd.arch;filter:='(arch=x86_64)'",
                "-ostd-profile: full",
                "-ostd-privileged: org.example.core, org.example.x86",
                "-ostd-grant: org.example.disk;grant=\"mmio,irq\"",
                "-ostd-bind: org.example.Fs/device;to=org.example.Ram",
                "-ostd-config: org.example.Fs;size=10",
                "-ostd-cmdline: loglevel=3",
                "-ostd-initramfs: root.cpio"));

        assertThat(descriptor.requirements()).hasSize(2);
        assertThat(descriptor.requirements().get(0).symbolicName()).contains("org.example.fs");
        assertThat(descriptor.requirements().get(0).range().includes(new Version("2.0"))).isFalse();
        assertThat(descriptor.profile()).isEqualTo("full");
        assertThat(descriptor.privileged()).containsExactly("org.example.core", "org.example.x86");
        assertThat(descriptor.grants().get("org.example.disk")).containsExactly("mmio", "irq");
        assertThat(descriptor.bindings()).containsEntry("org.example.Fs/device", "org.example.Ram");
        assertThat(descriptor.configuration().get("org.example.Fs")).containsEntry("size", "10");
        assertThat(descriptor.commandLine()).isEqualTo("loglevel=3");
        assertThat(descriptor.initramfs()).contains(folder.resolve("root.cpio"));
    }

    @Test
    void listsEveryMistakeAtOnce() {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> Descriptors.of(folder, String.join("\n",
                "-runrequires: bnd.identity;id=org.example.fs;version='[one,2)'",
                "-ostd-privileges: org.example.core",
                "-ostd-bind: org.example.Fs")));

        assertThat(refused.reasons()).hasSize(3);
        assertThat(refused).hasMessageContaining("'[one,2)'")
                .hasMessageContaining("unknown key -ostd-privileges; nearest is -ostd-privileged")
                .hasMessageContaining("COMPONENT/REFERENCE;to=");
    }

    @Test
    void refusesAMissingFile() {
        RefusedException refused = catchThrowableOfType(RefusedException.class,
                () -> DescriptorReader.read(folder.resolve("none.bndrun")));

        assertThat(refused).hasMessageContaining("none.bndrun: no such descriptor");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"7f454c4600 | for it is a binary file", "20 | for it has more than 1048576 bytes"})
    void refusesWhatIsNoDescriptorWithoutReadingIt(String hex, String reason) throws Exception {
        Path file = folder.resolve("kernel.elf");
        Files.write(file, HexFormat.of().parseHex(hex.repeat(1 + (1 << 20))));

        assertThatThrownBy(() -> DescriptorReader.read(file)).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.reasons()).containsExactly(file + ": is no descriptor, " + reason + "; name a .bndrun file"));
    }

    @Test
    void refusesAnEmptyDescriptor() {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> Descriptors.of(folder, ""));

        assertThat(refused).hasMessageContaining("-runrequires is missing or empty");
    }
}
