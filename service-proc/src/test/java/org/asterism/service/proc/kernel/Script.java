package org.asterism.service.proc.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.asterism.kernel.abi.X86SyscallNumbers;
import org.asterism.ostd.host.UserCode;
import org.asterism.ostd.host.UserInstruction;
import org.asterism.ostd.host.UserProcessor;

/** A user program for tests: instructions in order, with labels. */
public final class Script {
    /** Where programs are loaded. */
    public static final long TEXT = 0x40_1000;
    /** Memory to write to, 64 KiB. */
    public static final long DATA = 0x60_0000;

    private final List<UserInstruction> steps = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();

    public Script step(UserInstruction instruction) {
        steps.add(instruction);
        return this;
    }

    public Script call(String name, long... arguments) {
        int number = X86SyscallNumbers.number(name);
        return step(cpu -> cpu.syscall(number, arguments));
    }

    /** A call with arguments that are known when it is made. */
    public Script call(String name, Arguments arguments) {
        int number = X86SyscallNumbers.number(name);
        return step(cpu -> cpu.syscall(number, arguments.of(cpu)));
    }

    public Script result(LongConsumer sink) {
        return step(cpu -> sink.accept(cpu.result()));
    }

    public Script label(String name) {
        labels.put(name, steps.size());
        return this;
    }

    public long address(String label) {
        return TEXT + (long) labels.get(label) * UserCode.INSTRUCTION_BYTES;
    }

    public Script jump(String label) {
        return step(cpu -> cpu.jump(address(label)));
    }

    public Script ifZero(String label) {
        return step(cpu -> {
            if (cpu.result() == 0) {
                cpu.jump(address(label));
            }
        });
    }

    public Script exit(int code) {
        return call("exit_group", code);
    }

    /** Installs a handler by rt_sigaction. */
    public Script handle(int signal, String label, int flags) {
        long action = DATA + 0x8000;
        step(cpu -> {
            cpu.storeLong(action, address(label));
            cpu.storeLong(action + 8, flags & 0xffff_ffffL | 0x0400_0000);
            cpu.storeLong(action + 16, address("restorer"));
            cpu.storeLong(action + 24, 0);
        });
        return call("rt_sigaction", signal, action, 0, 8);
    }

    /** The end of every program with handlers: the return from a handler, as a C library's restorer. */
    public Script restorer() {
        label("restorer");
        return call("rt_sigreturn");
    }

    /** Returns from a handler: takes the return address off the stack. */
    public Script ret() {
        return step(cpu -> {
            long stack = cpu.register(4);
            cpu.setRegister(4, stack + 8);
            cpu.jump(cpu.loadLong(stack));
        });
    }

    public Script does(Consumer<UserProcessor> action) {
        return step(action::accept);
    }

    UserInstruction[] instructions() {
        return steps.toArray(new UserInstruction[0]);
    }

    /** Arguments computed from the registers. */
    @FunctionalInterface
    public interface Arguments {
        long[] of(UserProcessor cpu);
    }
}
