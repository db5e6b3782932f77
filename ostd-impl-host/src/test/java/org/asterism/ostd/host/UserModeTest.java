package org.asterism.ostd.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.asterism.ostd.mm.PageState;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.task.Preemption;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.user.ReturnReason;
import org.asterism.ostd.user.UserContext;
import org.asterism.ostd.user.UserException;
import org.asterism.ostd.user.UserMode;
import org.junit.jupiter.api.Test;

class UserModeTest {
    private static final long TEXT = 0x40_0000;
    private static final long DATA = 0x50_0000;
    private static final int RBX = 3;

    @Test
    void runsInstructionsAndReturnsOnSyscallFaultAndEvent() {
        try (TestMachine machine = TestMachine.create(); VmSpace space = VmSpace.create((address, access) -> false)) {
            UserContext context = start(machine, space,
                    cpu -> cpu.setRegister(RBX, 41),
                    cpu -> cpu.syscall(39, cpu.register(RBX) + 1),
                    cpu -> cpu.store(DATA, (int) cpu.result()),
                    cpu -> cpu.jump(cpu.nextInstruction() - UserCode.INSTRUCTION_BYTES));
            assertThat(UserMode.execute(context)).isEqualTo(ReturnReason.SYSCALL);
            assertThat(context.syscallNumber()).isEqualTo(39);
            assertThat(context.syscallArgument(0)).isEqualTo(42);
            context.setSyscallResult(7);

            assertThat(UserMode.execute(context)).isEqualTo(ReturnReason.EXCEPTION);
            assertThat(context.exception()).isEqualTo(UserException.PAGE_FAULT);
            assertThat(context.faultAddress()).isEqualTo(DATA);
            assertThat(context.faultAccess()).isEqualTo(Protection.WRITE);
            assertThat(context.errorCode()).isEqualTo(6);

            space.mapZeroed(DATA, Protection.READ | Protection.WRITE);
            Task.current().raiseEvent();
            assertThat(UserMode.execute(context)).isEqualTo(ReturnReason.EVENT);
            Task.current().raiseEvent();
            context.setRegister(UserContext.INSTRUCTION_POINTER, TEXT + 2 * UserCode.INSTRUCTION_BYTES);
            UserMode.execute(context);
            VmSpace.deactivate();
        }
    }

    @Test
    void goingBackTwoBytesRepeatsASystemCall() {
        try (TestMachine machine = TestMachine.create(); VmSpace space = VmSpace.create((address, access) -> false)) {
            UserContext context = start(machine, space, cpu -> cpu.syscall(5, 1));
            UserMode.execute(context);
            context.setRegister(UserContext.INSTRUCTION_POINTER, context.register(UserContext.INSTRUCTION_POINTER) - 2);
            assertThat(UserMode.execute(context)).isEqualTo(ReturnReason.SYSCALL);
            assertThat(context.syscallNumber()).isEqualTo(5);
            assertThat(UserMode.execute(context)).isEqualTo(ReturnReason.EXCEPTION);
            assertThat(context.exception()).isEqualTo(UserException.ILLEGAL_INSTRUCTION);
            VmSpace.deactivate();
        }
    }

    @Test
    void kernelCopiesAskTheResolverOncePerPageUnlessAtomic() {
        try (TestMachine machine = TestMachine.create()) {
            VmSpace[] holder = new VmSpace[1];
            int[] asked = new int[1];
            holder[0] = VmSpace.create((address, access) -> {
                asked[0]++;
                return address < DATA + 8192 && holder[0].mapZeroed(address & -4096, Protection.READ | Protection.WRITE);
            });
            holder[0].activate();
            try (var atomic = Preemption.disable()) {
                assertThat(UserMemory.write(DATA, new byte[10], 0, 10)).isZero();
            }
            assertThat(asked[0]).isZero();
            assertThat(UserMemory.write(DATA + 4000, new byte[5000], 0, 5000)).isEqualTo(4192);
            assertThat(asked[0]).isEqualTo(3);
            assertThat(UserMemory.compareExchangeInt(DATA, 0, -1)).isZero();
            assertThat(UserMemory.loadInt(DATA)).isEqualTo(0xFFFF_FFFFL);
            assertThat(UserMemory.readString(DATA + 4, new byte[4])).isZero();
            VmSpace.deactivate();
            holder[0].close();
            assertThat(machine.framesInUse()).isZero();
        }
    }

    @Test
    void copyOnWriteSharesUntilMadePrivate() {
        try (TestMachine machine = TestMachine.create();
                VmSpace parent = VmSpace.create((address, access) -> false);
                VmSpace child = VmSpace.create((address, access) -> false)) {
            int all = Protection.READ | Protection.WRITE;
            parent.mapZeroed(DATA, all);
            parent.write(DATA, new byte[] {9}, 0, 1);
            parent.cloneCopyOnWrite(child, DATA, 8192);
            assertThat(parent.query(DATA) & (PageState.SHARED | Protection.WRITE)).isEqualTo(PageState.SHARED);
            assertThat(child.write(DATA, new byte[] {1}, 0, 1)).isZero();
            assertThat(child.makePrivate(DATA, all)).isTrue();
            assertThat(child.write(DATA, new byte[] {1}, 0, 1)).isEqualTo(1);
            byte[] seen = new byte[1];
            parent.read(DATA, seen, 0, 1);
            assertThat(seen[0]).isEqualTo((byte) 9);
            assertThat(parent.query(DATA) & PageState.SHARED).isZero();
            assertThatThrownBy(() -> parent.unmap(DATA + 1, 4096)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static UserContext start(TestMachine machine, VmSpace space, UserInstruction... program) {
        byte[] text = machine.code().assemble(program);
        space.mapZeroed(TEXT, Protection.READ | Protection.WRITE);
        space.write(TEXT, text, 0, text.length);
        space.protect(TEXT, 4096, Protection.READ | Protection.EXECUTE);
        space.activate();
        UserContext context = UserContext.create();
        context.setRegister(UserContext.INSTRUCTION_POINTER, TEXT);
        return context;
    }
}
