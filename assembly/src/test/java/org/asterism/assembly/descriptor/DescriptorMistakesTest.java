package org.asterism.assembly.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.asterism.assembly.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to write a descriptor wrongly is one line that names the file's line, the value seen and the remedy. */
class DescriptorMistakesTest {
    private static final String RIGHT = "# a kernel\n-runrequires: \\\n\tbnd.identity;id=org.example.fs;version='[1.0,2)', \\\n\tostd.arch;filter:='(arch=x86_64)'\n";

    @TempDir
    Path folder;

    private List<String> mistakes(String text) throws IOException, RefusedException {
        return DescriptorReader.parse(Files.writeString(folder.resolve("kernel.bndrun"), text)).mistakes().stream()
                .map(mistake -> mistake.replace(folder + "/", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "-ostd-privileges: a | kernel.bndrun:5: unknown key -ostd-privileges; nearest is -ostd-privileged",
        "-runrequire: a | kernel.bndrun:5: unknown key -runrequire; nearest is -runrequires",
        "ostd-grant: a;grant=mmio | kernel.bndrun:5: unknown key ostd-grant; nearest is -ostd-grant",
        "bnd.identity;id=org.example.mm | kernel.bndrun:5: bnd.identity;id is no key; end the line before with \", \\\" to go on with its list",
        "-ostd-profile: kernle | kernel.bndrun:5: unknown profile 'kernle' in -ostd-profile; choose one of [kernel, full]",
        "-ostd-grant: a | kernel.bndrun:5: -ostd-grant for a lacks grant=; write a;grant=\"mmio,irq\"",
        "-ostd-grant: a;grant=\"mmio,irk\" | kernel.bndrun:5: -ostd-grant gives a 'irk', which is no kind of resource; nearest is irq; kinds are mmio, port, irq, dma",
        "-ostd-grant: a;grant=\"mmio | kernel.bndrun:5: -ostd-grant has a quote without its end",
        "-ostd-grant: a;grant=mmio, a;grant=irk | kernel.bndrun:5: -ostd-grant gives a 'irk', which is no kind of resource; nearest is irq; kinds are mmio, port, irq, dma",
        "-ostd-privileged: a, a;sha256=1 | kernel.bndrun:5: -ostd-privileged says sha256=1 of a; write its name alone, or a;sha256=HASH with the 64 digits that sha256sum prints for its jar",
        "-runblacklist: bnd.identity | kernel.bndrun:5: bnd.identity in -runblacklist lacks id=; write bnd.identity;id=SYMBOLIC-NAME",
        "-ostd-bind: Fs/disk | kernel.bndrun:5: -ostd-bind entry Fs/disk is malformed; write COMPONENT/REFERENCE;to=PROVIDER-COMPONENT",
        "-ostd-bind: Fs/disk;to=A, Fs/disk;to=B | kernel.bndrun:5: -ostd-bind chooses for Fs/disk twice; keep one",
        "-ostd-config: A;x=1;y=2, A;x=1;y=3 | kernel.bndrun:5: -ostd-config sets y of A twice, to '2' and to '3'; keep one",
        "-runblacklist: bnd.identity;id=a.b;version='[2,1)' | kernel.bndrun:5: a.b has version range '[2,1)', which is not one; write a range such as '[1.0,2)'",
        "-ostd-config: ;a=1 | kernel.bndrun:5: -ostd-config has an entry without a name; write the name before its first semicolon",
        "-ostd-config: A;b='x,;y', ;a=1, B;c=1 | kernel.bndrun:5: -ostd-config has an entry without a name; write the name before its first semicolon",
        "-ostd-cmdline: ${nothing} | kernel.bndrun:5: ${nothing} is no macro and no property; define nothing, or write the value",
        "-ostd-bundles: ${nothing}/*.jar | kernel.bndrun:5: ${nothing} is no macro and no property; define nothing, or write the value",
        "-ostd-bundles: ${nothing | kernel.bndrun:5: -ostd-bundles has a macro without its end; write ${NAME}",
        "-ostd-cmdline.more: a | kernel.bndrun:5: -ostd-cmdline.more would not count; write all of it in -ostd-cmdline",
        "-ostd-grant: a;grant= | kernel.bndrun:5: -ostd-grant for a lacks grant=; write a;grant=\"mmio,irq\"",
        "-ostd-bind: A/b;to= | kernel.bndrun:5: -ostd-bind entry A/b is malformed; write COMPONENT/REFERENCE;to=PROVIDER-COMPONENT",
        "-runrequires.more: bnd.identity;id=org.example.mm;version='[one,2)' | kernel.bndrun:5: org.example.mm has version range '[one,2)', which is not one; write a range such as '[1.0,2)'",
        "-runrequires.more: bnd.identity;version=1 | kernel.bndrun:2: bnd.identity in -runrequires lacks id=; write bnd.identity;id=SYMBOLIC-NAME",
        "-runrequires.more: org | kernel.bndrun:5: 'org' in -runrequires is no kind of requirement; write bnd.identity;id=SYMBOLIC-NAME or ostd.arch;filter:='(arch=x86_64)'",
        "-runrequires.more: ostd.arch | kernel.bndrun:2: ostd.arch in -runrequires lacks its filter; write for example ostd.arch;filter:='(arch=x86_64)'",
    })
    void isToldInOneLine(String line, String mistake) throws Exception {
        assertThat(mistakes(RIGHT + line + "\n")).containsExactly(mistake);
    }

    @Test
    void aWrongFilterIsToldWithTheLineItStandsIn() throws Exception {
        assertThat(mistakes(RIGHT.replace("x86_64)", "x86_64"))).singleElement().asString()
                .startsWith("kernel.bndrun:4: ostd.arch in -runrequires is malformed: ");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() throws Exception {
        assertThat(mistakes(RIGHT + "-ostd-cmdline: a\n-ostd-cmdline: b\n")).containsExactly("kernel.bndrun:5: -ostd-cmdline stands in the file"
                + " more than once, and only the last would count; keep one");
        assertThat(mistakes(RIGHT + "-ostd-bundles: a\n-ostd-bundles: b\n")).containsExactly("kernel.bndrun:5: -ostd-bundles stands in the file"
                + " more than once, and only the last would count; write one list, or -ostd-bundles.more");
    }

    @Test
    void anIncludedFileThatIsNotThereIsRefused() throws Exception {
        assertThat(mistakes(RIGHT + "-include: gone.bnd\n")).containsExactly("kernel.bndrun:5: -include names gone.bnd, which does not exist;"
                + " make it, or take it out");
    }

    @Test
    void aMistakeInAnIncludedFileIsToldWithItsName() throws Exception {
        Files.writeString(folder.resolve("other.bnd"), "# grants\n-ostd-grant: \\\n\ta;grant=mmio, \\\n\tb;grant=irk\n-ostd-cmdlin: x\n-ostd-bundles: ${nothing}\n");

        assertThat(mistakes(RIGHT + "-include: other.bnd\n")).containsExactlyInAnyOrder(
                "other.bnd:5: unknown key -ostd-cmdlin; nearest is -ostd-cmdline",
                "other.bnd:4: -ostd-grant gives b 'irk', which is no kind of resource; nearest is irq; kinds are mmio, port, irq, dma",
                "other.bnd:6: ${nothing} is no macro and no property; define nothing, or write the value");
    }

    @Test
    void filesThatIncludeEachOtherAreRefused() throws Exception {
        Files.writeString(folder.resolve("other.bnd"), "-include: kernel.bndrun\n");

        assertThat(mistakes(RIGHT + "-include: other.bnd\n")).containsExactly("kernel.bndrun:5: -include reads other.bnd a second time;"
                + " take one -include out");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey() throws Exception {
        assertThat(mistakes("\ufeff" + RIGHT)).isEmpty();
        assertThat(mistakes("\ufeff" + RIGHT.substring(RIGHT.indexOf('\n') + 1) + "-ostd-grant: a\n")).containsExactly(
                "kernel.bndrun:4: -ostd-grant for a lacks grant=; write a;grant=\"mmio,irq\"");
    }

    @Test
    void aListThatDoesNotGoOnIsNotMissingBesides() throws Exception {
        assertThat(mistakes(RIGHT.replace("\\\n\tbnd", "\n\tbnd"))).containsExactly("kernel.bndrun:3: bnd.identity;id is no key;"
                + " end the line before with \", \\\" to go on with its list");
    }

    @Test
    void keysOfBndAndMacrosAreAllowed() throws Exception {
        assertThat(mistakes("range: '[1.0,2)'\n" + RIGHT.replace("'[1.0,2)'", "${range}")
                + "-runfw: org.apache.felix.framework\n-ostd-config.more: A;size=1\n-runrequires.host: bnd.identity;id=org.example.shell\n")).isEmpty();
    }
}
