package org.asterism.ostd.x86.suite;

import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Clock;
import org.asterism.ostd.time.Timer;
import org.asterism.ostd.user.ReturnReason;
import org.asterism.ostd.user.UserContext;
import org.asterism.ostd.user.UserException;
import org.asterism.ostd.user.UserMode;

/** User mode: snippets of machine code that make system calls and misbehave. */
final class UserChecks {
    private static final long CODE = 0x40_0000;
    private static final long STACK = 0x50_0000;
    private static final int READ_WRITE = Protection.READ | Protection.WRITE;
    private static final int READ_EXECUTE = Protection.READ | Protection.EXECUTE;

    private UserChecks() {}

    static void run() {
        MachineSuite.check("system calls carry arguments and results", UserChecks::systemCalls);
        MachineSuite.check("user exceptions are told apart", UserChecks::exceptions);
        MachineSuite.check("privileged instructions are exceptions", UserChecks::privileged);
        MachineSuite.check("kernel memory cannot be touched by users", UserChecks::kernelMemory);
        MachineSuite.check("data cannot be executed", UserChecks::noExecute);
        MachineSuite.check("non-canonical addresses are harmless", UserChecks::nonCanonical);
        MachineSuite.check("privileged flags cannot be set", UserChecks::flags);
        MachineSuite.check("endless user loops are preempted", UserChecks::preemption);
        MachineSuite.check("raised events end user mode", UserChecks::events);
        MachineSuite.check("floating-point state belongs to its context", UserChecks::floatingPoint);
        MachineSuite.check("thread pointers belong to their context", UserChecks::threadPointer);
    }

    /** Runs code until it stops for another reason than a step; returns the context. */
    static void withCode(Body body, int... code) {
        VmSpace space = VmSpace.create((address, access) -> false);
        space.mapZeroed(CODE, READ_WRITE);
        byte[] bytes = new byte[code.length];
        for (int i = 0; i < code.length; i++) {
            bytes[i] = (byte) code[i];
        }
        space.write(CODE, bytes, 0, bytes.length);
        space.protect(CODE, 4096, READ_EXECUTE);
        space.mapZeroed(STACK, READ_WRITE);
        space.activate();
        try {
            UserContext context = UserContext.create();
            context.setRegister(UserContext.INSTRUCTION_POINTER, CODE);
            context.setRegister(UserContext.STACK_POINTER, STACK + 4096);
            body.run(context);
        } finally {
            VmSpace.deactivate();
            space.close();
        }
    }

    /** What runs with a context. */
    @FunctionalInterface
    interface Body {
        void run(UserContext context);
    }

    static void expectReason(ReturnReason wanted, UserContext context) {
        ReturnReason seen = UserMode.execute(context);
        while (seen == ReturnReason.EVENT && wanted != ReturnReason.EVENT) {
            seen = UserMode.execute(context);
        }
        MachineSuite.expect(seen == wanted, "user mode returned by " + seen + " with " + context.exception() + ", wanted " + wanted);
    }

    private static void expectException(UserException wanted, int... code) {
        withCode(context -> {
            expectReason(ReturnReason.EXCEPTION, context);
            MachineSuite.expect(context.exception() == wanted, "exception " + context.exception() + ", wanted " + wanted);
        }, code);
    }

    private static void systemCalls() {
        // mov $39,%eax; mov $1,%edi; mov $2,%esi; mov $3,%edx; syscall; mov %rax,%rdi; syscall
        withCode(context -> {
            expectReason(ReturnReason.SYSCALL, context);
            MachineSuite.expect(39, context.syscallNumber(), "number");
            MachineSuite.expect(1, context.syscallArgument(0), "first argument");
            MachineSuite.expect(2, context.syscallArgument(1), "second argument");
            MachineSuite.expect(3, context.syscallArgument(2), "third argument");
            context.setSyscallResult(-38);
            expectReason(ReturnReason.SYSCALL, context);
            MachineSuite.expect(-38, context.syscallArgument(0), "result seen by the program");
        }, 0xb8, 39, 0, 0, 0, 0xbf, 1, 0, 0, 0, 0xbe, 2, 0, 0, 0, 0xba, 3, 0, 0, 0, 0x0f, 0x05, 0x48, 0x89, 0xc7, 0x0f, 0x05);
    }

    private static void exceptions() {
        expectException(UserException.ILLEGAL_INSTRUCTION, 0x0f, 0x0b);
        expectException(UserException.BREAKPOINT, 0xcc);
        expectException(UserException.DIVIDE, 0x31, 0xc9, 0xf7, 0xf1);
        expectException(UserException.DEBUG, 0x9c, 0x81, 0x0c, 0x24, 0, 1, 0, 0, 0x9d, 0x90, 0x90);
        withCode(context -> {
            expectReason(ReturnReason.EXCEPTION, context);
            MachineSuite.expect(0x1234_5678, context.faultAddress(), "fault address");
            MachineSuite.expect(Protection.WRITE, context.faultAccess(), "fault access");
        }, 0x89, 0x04, 0x25, 0x78, 0x56, 0x34, 0x12);
    }

    private static void privileged() {
        expectException(UserException.PROTECTION, 0xf4);                   // hlt
        expectException(UserException.PROTECTION, 0xfa);                   // cli
        expectException(UserException.PROTECTION, 0x0f, 0x20, 0xd8);       // mov %cr3,%rax
        expectException(UserException.PROTECTION, 0xe6, 0x80);             // out %al,$0x80
        expectException(UserException.PROTECTION, 0xcd, 0x80);             // int $0x80
        expectException(UserException.PROTECTION, 0xcd, 0x40);             // int $0x40: the timer's vector
        expectException(UserException.ILLEGAL_INSTRUCTION, 0xf3, 0x48, 0x0f, 0xae, 0xd8); // wrgsbase %rax: CR4.FSGSBASE is off
    }

    private static void kernelMemory() {
        // movabs 0xffffffff80210000,%al and a jump there
        expectException(UserException.PAGE_FAULT, 0xa0, 0, 0, 0x21, 0x80, 0xff, 0xff, 0xff, 0xff);
        expectException(UserException.PAGE_FAULT, 0x48, 0xb8, 0, 0, 0, 0, 0, 0x80, 0xff, 0xff, 0xff, 0xe0);
    }

    private static void noExecute() {
        // mov $STACK,%eax; jmp *%rax
        withCode(context -> {
            expectReason(ReturnReason.EXCEPTION, context);
            MachineSuite.expect(Protection.EXECUTE, context.faultAccess(), "fault access");
            MachineSuite.expect(STACK, context.faultAddress(), "fault address");
        }, 0xb8, 0, 0, 0x50, 0, 0xff, 0xe0);
    }

    private static void nonCanonical() {
        long[] bad = {1L << 47, 0xffff_8000_0000_0000L, -1, 0x7fff_ffff_ffffL};
        for (long target : bad) {
            withCode(context -> {
                context.setRegister(UserContext.INSTRUCTION_POINTER, target);
                context.setRegister(UserContext.GENERAL + 1, target);
                expectReason(ReturnReason.EXCEPTION, context);
            }, 0x0f, 0x0b);
        }
        withCode(context -> {
            context.setRegister(UserContext.STACK_POINTER, 1L << 60);
            context.setRegister(UserContext.THREAD_POINTER, -1);
            context.setRegister(UserContext.GS_BASE, Long.MIN_VALUE);
            expectReason(ReturnReason.SYSCALL, context);
        }, 0x0f, 0x05);
    }

    private static void flags() {
        withCode(context -> {
            context.setRegister(UserContext.FLAGS, -1);
            long flags = context.register(UserContext.FLAGS);
            MachineSuite.expect(0x200, flags & 0x7200, "interrupt flag, privilege level and nested task of flags 0x" + Long.toHexString(flags));
            context.setRegister(UserContext.FLAGS, 0x40400);
            expectReason(ReturnReason.SYSCALL, context);
            MachineSuite.expect(0x40400, context.register(UserContext.FLAGS) & 0x40400, "alignment check and direction after a call");
        }, 0x0f, 0x05);
    }

    private static void preemption() {
        withCode(context -> {
            Task self = Task.current();
            Timer timer = new Timer(now -> self.raiseEvent());
            boolean[] other = new boolean[1];
            TaskOptions.of(() -> other[0] = true).name("other").spawn();
            long before = self.userTimeNanos();
            long deadline = Clock.monotonicNanos() + 20_000_000_000L;
            while (!other[0] || self.userTimeNanos() - before < 1_000_000) {
                MachineSuite.expect(Clock.monotonicNanos() < deadline, "another task ran: " + other[0] + ", user time was counted: "
                        + (self.userTimeNanos() - before) + " ns");
                timer.arm(Clock.monotonicNanos() + 10_000_000);
                expectReason(ReturnReason.EVENT, context);
            }
        }, 0xeb, 0xfe);
    }

    private static void events() {
        withCode(context -> {
            Task.current().raiseEvent();
            expectReason(ReturnReason.EVENT, context);
            MachineSuite.expect(CODE, context.register(UserContext.INSTRUCTION_POINTER), "instruction pointer");
        }, 0xeb, 0xfe);
    }

    private static void floatingPoint() {
        // movq %rdi,%xmm0; syscall; movq %xmm0,%rdi; syscall; jmp back to the second
        int[] code = {0x66, 0x48, 0x0f, 0x6e, 0xc7, 0x0f, 0x05, 0x66, 0x48, 0x0f, 0x7e, 0xc7, 0x0f, 0x05, 0xeb, 0xf7};
        withCode(context -> {
            context.setRegister(UserContext.GENERAL + 7, 0x1122_3344_5566_7788L);
            expectReason(ReturnReason.SYSCALL, context);
            UserContext copy = context.copy();
            byte[] image = new byte[UserContext.floatingPointBytes()];
            context.saveFloatingPoint(image);
            MachineSuite.expect(0x88, image[160] & 0xff, "lowest byte of xmm0 in the image");
            TaskChecks.together(1, () -> withCode(other -> {
                other.setRegister(UserContext.GENERAL + 7, 99);
                expectReason(ReturnReason.SYSCALL, other);
            }, code));
            image[160] = 1;
            context.restoreFloatingPoint(image);
            expectReason(ReturnReason.SYSCALL, context);
            MachineSuite.expect(0x1122_3344_5566_7701L, context.syscallArgument(0), "xmm0 after it was replaced");
            expectReason(ReturnReason.SYSCALL, copy);
            MachineSuite.expect(0x1122_3344_5566_7788L, copy.syscallArgument(0), "xmm0 of the copy");
            image[24] = -1;
            image[25] = -1;
            image[26] = -1;
            image[27] = -1;
            context.restoreFloatingPoint(image);
            expectReason(ReturnReason.SYSCALL, context);
        }, code);
    }

    private static void threadPointer() {
        // mov %fs:0,%rdi; syscall
        withCode(context -> {
            context.setRegister(UserContext.THREAD_POINTER, STACK);
            expectReason(ReturnReason.SYSCALL, context);
            context.setRegister(UserContext.THREAD_POINTER, STACK + 4096);
            context.setRegister(UserContext.INSTRUCTION_POINTER, CODE);
            expectReason(ReturnReason.EXCEPTION, context);
            MachineSuite.expect(STACK + 4096, context.faultAddress(), "fault address");
        }, 0x64, 0x48, 0x8b, 0x3c, 0x25, 0, 0, 0, 0, 0x0f, 0x05);
    }
}
