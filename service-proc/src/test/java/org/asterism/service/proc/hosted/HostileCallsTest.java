package org.asterism.service.proc.hosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.ostd.host.UserImage.CODE;
import static org.asterism.ostd.host.UserImage.DATA;

import java.util.Random;
import java.util.Set;
import org.asterism.ostd.host.UserCode;
import org.asterism.ostd.host.UserInstruction;
import org.asterism.ostd.host.UserProcessor;
import org.asterism.test.ProgramRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that call everything with anything: each may die, but no handler may throw what no handler should, and the kernel goes on. */
class HostileCallsTest {
    private static final int CHILDREN = 100;
    private static final int CALLS_PER_CHILD = 150;
    private static final int LAST_NUMBER = 450;
    private static final int FORK = 57;
    private static final int WAIT4 = 61;
    private static final int KILL = 62;
    private static final int NANOSLEEP = 35;
    private static final int R12 = 12;
    private static final long COUNTER = DATA + 60_000;
    private static final long TIME = DATA + 60_016;
    private static final int EXIT_GROUP = 231;
    /** Calls that would end the parent or the machine, or start programs that this test does not know. */
    private static final Set<Integer> LEFT_OUT = Set.of(62, 129, 169, 200, 234, 297, 424, 56, 57, 58, 435, 59, 322,
            // chroot, pivot_root, mount and umount2 take the files away that later children name
            155, 161, 165, 166);
    private static final String DATA_TEXT = "/bin/xx\0/tmp/x\0\0/dev/null\0/proc/self/stat\0/proc/1/maps\0../../tmp\0";
    private static final long[] VALUES = {0, 1, 2, 3, 4, 5, 8, 10, 16, 63, 64, 255, 4095, 4096, 8192, 65536, 0x7fff_ffff, -1, -2, -100, -4096,
        Long.MAX_VALUE, Long.MIN_VALUE, 0x8000_0000L, 0xffff_ffffL, 0x7fff_ffff_f000L, 0x7fff_ffff_effcL, 0xffff_8000_0000_0000L, 16,
        DATA, DATA + 8, DATA + 16, DATA + 27, DATA + 43, DATA + 57, DATA + 4096, DATA + 65535, DATA + 65536, DATA + 65000, CODE, CODE + 1};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingEscapesFromHandlers(long seed) {
        Random random = new Random(seed);
        ProgramRun kernel = HostedKernel.run(DATA_TEXT, code -> code.assemble(program(random)));
        assertThat(kernel.log()).doesNotContain("Exception").doesNotContain("\tat ").doesNotContain("AssertionError");
        assertThat(kernel.exitCode()).as(kernel.log()).isEqualTo(33);
    }

    private static UserInstruction[] program(Random random) {
        return new UserInstruction[] {
            cpu -> cpu.syscall(FORK),
            cpu -> cpu.jump(cpu.result() == 0 ? at(2) : at(5)),
            cpu -> {
                cpu.setRegister(R12, cpu.register(R12) + 1);
                if (cpu.register(R12) > CALLS_PER_CHILD) {
                    cpu.jump(at(4));
                } else {
                    anyCall(cpu, random);
                }
            },
            cpu -> cpu.jump(at(2)),
            cpu -> cpu.syscall(EXIT_GROUP, 0),
            // the parent gives each child a while, because a child may sleep with all signals blocked
            cpu -> {
                cpu.setRegister(R12, cpu.result());
                cpu.storeLong(TIME, 0);
                cpu.storeLong(TIME + 8, 200_000_000);
                cpu.syscall(NANOSLEEP, TIME, 0);
            },
            cpu -> cpu.syscall(KILL, cpu.register(R12), 9),
            cpu -> cpu.syscall(WAIT4, cpu.register(R12), 0, 0x4000_0000, 0),
            cpu -> {
                long done = cpu.loadLong(COUNTER) + 1;
                cpu.storeLong(COUNTER, done);
                cpu.setRegister(R12, 0);
                cpu.jump(done < CHILDREN ? at(0) : at(9));
            },
            cpu -> cpu.syscall(EXIT_GROUP, 33)};
    }

    private static void anyCall(UserProcessor cpu, Random random) {
        int number = random.nextInt(LAST_NUMBER);
        if (LEFT_OUT.contains(number)) {
            number = 39;
        }
        long[] arguments = new long[6];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = random.nextInt(6) == 0 ? random.nextInt() : VALUES[random.nextInt(VALUES.length)];
        }
        cpu.syscall(number, arguments);
    }

    private static long at(int instruction) {
        return CODE + (long) instruction * UserCode.INSTRUCTION_BYTES;
    }
}
