package org.asterism.service.proc.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AuxiliaryVector;
import org.asterism.kernel.abi.Elf;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.process.Credentials;
import org.asterism.ostd.host.TestMachine;
import org.asterism.service.mm.AddressSpaceFactory;
import org.asterism.service.proc.kernel.ElfFixture;
import org.asterism.service.proc.kernel.Script;
import org.asterism.service.proc.kernel.TestVfs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramLoaderTest {
    private static final byte[] TEXT = {0x0f, 0x05, 0x0f, 0x05};

    private TestMachine machine;
    private TestVfs vfs;
    private ProgramLoader loader;

    @BeforeEach
    void begin() {
        machine = TestMachine.create();
        vfs = new TestVfs();
        loader = new ProgramLoader(new AddressSpaceFactory(), vfs);
    }

    @AfterEach
    void end() {
        machine.close();
    }

    private LoadedProgram load(String path, String... arguments) throws KernelException {
        StringList list = new StringList();
        for (String argument : arguments) {
            list.add(argument);
        }
        return loader.load(new ProgramRequest(vfs.createContext(), Credentials.ROOT, path, path, list,
                new StringList().add("HOME=/root"), -1));
    }

    private static long longAt(AddressSpace space, long address) {
        byte[] bytes = new byte[8];
        assertThat(space.read(address, bytes, 0, 8)).isEqualTo(8);
        return LittleEndian.getLong(bytes, 0);
    }

    private static String stringAt(AddressSpace space, long address) {
        StringBuilder text = new StringBuilder();
        byte[] one = new byte[1];
        for (long at = address; space.read(at, one, 0, 1) == 1 && one[0] != 0; at++) {
            text.append((char) one[0]);
        }
        return text.toString();
    }

    private static List<String> argumentsOf(LoadedProgram program) {
        List<String> found = new ArrayList<>();
        AddressSpace space = program.image().space();
        long count = longAt(space, program.stackPointer());
        for (int i = 0; i < count; i++) {
            found.add(stringAt(space, longAt(space, program.stackPointer() + 8 + 8 * i)));
        }
        return found;
    }

    private static long auxiliary(LoadedProgram program, int type) {
        byte[] vector = program.image().auxiliaryVector();
        for (int at = 0; at < vector.length; at += 16) {
            if (LittleEndian.getLong(vector, at) == type) {
                return LittleEndian.getLong(vector, at + 8);
            }
        }
        throw new AssertionError("no entry of type " + type);
    }

    @Test
    void mapsSegmentsAndClearsWhatIsBeyondTheFile() throws KernelException {
        vfs.add("/bin/x", new ElfFixture().build(TEXT, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
        LoadedProgram program = load("/bin/x", "x");
        AddressSpace space = program.image().space();
        assertThat(program.entry()).isEqualTo(Script.TEXT);
        assertThat(longAt(space, Script.DATA)).isEqualTo(0x0807060504030201L);
        assertThat(longAt(space, Script.DATA + 8)).isZero();
        assertThat(longAt(space, Script.DATA + 0x8000)).isZero();
        assertThat(program.name()).isEqualTo("x");
        program.image().release();
    }

    @Test
    void stackHoldsArgumentsEnvironmentAndAuxiliaryVector() throws KernelException {
        vfs.add("/bin/x", new ElfFixture().build(TEXT));
        LoadedProgram program = load("/bin/x", "x", "", "two words");
        AddressSpace space = program.image().space();
        assertThat(program.stackPointer() % 16).isZero();
        assertThat(argumentsOf(program)).containsExactly("x", "", "two words");
        assertThat(longAt(space, program.stackPointer() + 32)).isZero();
        assertThat(stringAt(space, longAt(space, program.stackPointer() + 40))).isEqualTo("HOME=/root");
        assertThat(longAt(space, program.stackPointer() + 56)).isEqualTo(AuxiliaryVector.AT_HWCAP);
        assertThat(auxiliary(program, AuxiliaryVector.AT_PAGESZ)).isEqualTo(4096);
        assertThat(auxiliary(program, AuxiliaryVector.AT_ENTRY)).isEqualTo(Script.TEXT);
        assertThat(auxiliary(program, AuxiliaryVector.AT_PHNUM)).isEqualTo(2);
        assertThat(stringAt(space, auxiliary(program, AuxiliaryVector.AT_EXECFN))).isEqualTo("/bin/x");
        assertThat(stringAt(space, auxiliary(program, AuxiliaryVector.AT_PLATFORM))).isEqualTo("x86_64");
        assertThat(longAt(space, auxiliary(program, AuxiliaryVector.AT_RANDOM))).isNotZero();
        program.image().release();
    }

    @Test
    void relocatableProgramIsMovedByABias() throws KernelException {
        vfs.add("/bin/x", new ElfFixture().relocatable().build(TEXT));
        LoadedProgram program = load("/bin/x", "x");
        assertThat(program.entry()).isGreaterThan(0x5555_0000_0000L);
        assertThat(program.entry() % 4096).isZero();
        assertThat(longAt(program.image().space(), program.entry() + 0x20_0000 - 0x1000)).isEqualTo(0x04030201L);
        program.image().release();
    }

    @Test
    void interpreterRunsFirstAndLearnsWhereItIs() throws KernelException {
        vfs.add("/lib/ld", new ElfFixture().relocatable().build(TEXT));
        vfs.add("/bin/x", new ElfFixture().interpreter("/lib/ld").build(TEXT));
        LoadedProgram program = load("/bin/x", "x");
        long base = auxiliary(program, AuxiliaryVector.AT_BASE);
        assertThat(program.entry()).isEqualTo(base + 0x1000);
        assertThat(auxiliary(program, AuxiliaryVector.AT_ENTRY)).isEqualTo(Script.TEXT);
        program.image().release();
    }

    @Test
    void scriptsPassInterpreterArgumentAndPath() throws KernelException {
        vfs.add("/bin/sh", new ElfFixture().build(TEXT));
        vfs.add("/bin/s", "#!/bin/sh -x  y \necho\n");
        LoadedProgram program = load("/bin/s", "s", "a");
        assertThat(argumentsOf(program)).containsExactly("/bin/sh", "-x  y", "/bin/s", "a");
        assertThat(program.name()).isEqualTo("s");
        program.image().release();
    }

    @Test
    void scriptsOfScriptsNestUntilTheLimit() throws KernelException {
        vfs.add("/bin/sh", new ElfFixture().build(TEXT));
        vfs.add("/s0", "#!/bin/sh\n");
        for (int i = 1; i < 6; i++) {
            vfs.add("/s" + i, "#!/s" + (i - 1) + "\n");
        }
        LoadedProgram program = load("/s4", "s4");
        assertThat(argumentsOf(program)).containsExactly("/bin/sh", "/s0", "/s1", "/s2", "/s3", "/s4");
        program.image().release();
        assertThatThrownBy(() -> load("/s5", "s5")).hasMessage("ELOOP");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, ENOEXEC", "4, 1, ENOEXEC", "5, 2, ENOEXEC", "16, 1, ENOEXEC", "18, 3, ENOEXEC", "54, 0, ENOEXEC",
        "56, 0, ENOEXEC", "39, 127, ENOEXEC", "80, 1, EINVAL", "103, 127, EINVAL", "111, 127, ENOMEM", "96, 255, EINVAL"})
    void damagedHeadersAreRefused(int offset, int value, String error) {
        byte[] file = new ElfFixture().build(TEXT);
        file[offset] = (byte) value;
        vfs.add("/bin/x", file);
        int before = machine.framesInUse();
        assertThatThrownBy(() -> load("/bin/x", "x")).hasMessage(error);
        assertThat(machine.framesInUse()).isEqualTo(before);
    }

    @Test
    void interpreterThatIsNoProgramIsABadLibrary() {
        vfs.add("/lib/ld", "nothing");
        vfs.add("/bin/x", new ElfFixture().interpreter("/lib/ld").build(TEXT));
        assertThatThrownBy(() -> load("/bin/x", "x")).hasMessage("ELIBBAD");
        vfs.add("/bin/y", new ElfFixture().interpreter("/lib/none").build(TEXT));
        assertThatThrownBy(() -> load("/bin/y", "y")).hasMessage("ENOENT");
    }

    @Test
    void otherMachinesProgramsAndTextAreRefused() {
        vfs.add("/bin/x", new ElfFixture().machine(Elf.EM_RISCV).build(TEXT));
        assertThatThrownBy(() -> load("/bin/x", "x")).hasMessage("ENOEXEC");
        vfs.add("/bin/t", "echo");
        assertThatThrownBy(() -> load("/bin/t", "t")).hasMessage("ENOEXEC");
        vfs.add("/bin/e", "");
        assertThatThrownBy(() -> load("/bin/e", "e")).hasMessage("ENOEXEC");
        vfs.add("/bin/b", "#!  \n");
        assertThatThrownBy(() -> load("/bin/b", "b")).hasMessage("ENOEXEC");
    }

    @Test
    void argumentsBeyondAQuarterOfTheStackAreTooBig() {
        vfs.add("/bin/x", new ElfFixture().build(TEXT));
        String[] arguments = new String[30];
        java.util.Arrays.fill(arguments, "a".repeat(100_000));
        assertThatThrownBy(() -> load("/bin/x", arguments)).hasMessage("E2BIG");
    }
}
