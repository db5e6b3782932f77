package org.asterism.test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.asterism.kernel.abi.X86SyscallNumbers;
import org.asterism.ostd.host.UserCode;
import org.asterism.ostd.host.UserImage;
import org.asterism.ostd.host.UserInstruction;
import org.asterism.ostd.host.UserProcessor;

/**
 * A user program written as a list of system calls, for {@link UserPrograms}. It has data memory for strings and buffers, can compute
 * with Java code, jump, and fork; signals interrupt it as any other program.
 *
 * <pre>{@code
 * UserScript script = new UserScript();
 * long text = script.text("hello\n");
 * script.call("write", 1, text, 6).exit(0);
 * }</pre>
 */
public final class UserScript {
    private static final int ALIGNMENT = 8;

    private final List<UserInstruction> instructions = new ArrayList<>();
    private final List<CallResult> results = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private int dataBytes;

    /** An empty program. */
    public UserScript() {
    }

    /**
     * What a call returned to the program.
     *
     * @param call name of the call
     * @param value the result, a negative error number for a failure
     */
    public record CallResult(String call, long value) {
    }

    /** Computes the arguments of a call when it is made. */
    @FunctionalInterface
    public interface Arguments {
        /**
         * Computes.
         *
         * @param processor registers and memory; {@link UserProcessor#result()} is what the call before returned
         * @return up to six
         */
        long[] of(UserProcessor processor);
    }

    /**
     * Puts a string with a zero at its end into data memory.
     *
     * @param value Latin-1
     * @return its address
     */
    public long text(String value) {
        byte[] bytes = (value + '\0').getBytes(StandardCharsets.ISO_8859_1);
        long address = buffer(bytes.length);
        data.write(new byte[(int) (address - UserImage.DATA) - data.size()], 0, (int) (address - UserImage.DATA) - data.size());
        data.writeBytes(bytes);
        return address;
    }

    /**
     * Sets zeroed data memory aside.
     *
     * @param bytes how much
     * @return its address, aligned to 8
     */
    public long buffer(int bytes) {
        long address = UserImage.DATA + dataBytes;
        dataBytes += (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return address;
    }

    /**
     * Makes a system call.
     *
     * @param name as in syscalls(2), by its x86-64 name
     * @param arguments up to six
     * @return this
     * @throws IllegalArgumentException if there is no such call
     */
    public UserScript call(String name, long... arguments) {
        return call(name, processor -> arguments);
    }

    /**
     * Makes a system call whose arguments depend on what happened before.
     *
     * @param name as in syscalls(2), by its x86-64 name
     * @param arguments computed then
     * @return this
     * @throws IllegalArgumentException if there is no such call
     */
    public UserScript call(String name, Arguments arguments) {
        int number = X86SyscallNumbers.number(name);
        if (number < 0) {
            throw new IllegalArgumentException("x86-64 has no system call '" + name + "'; see syscalls(2) for names");
        }
        instructions.add(processor -> processor.syscall(number, arguments.of(processor)));
        instructions.add(processor -> results.add(new CallResult(name, processor.result())));
        return this;
    }

    /**
     * Ends the program.
     *
     * @param status its exit code
     * @return this
     */
    public UserScript exit(int status) {
        return call("exit_group", status);
    }

    /**
     * Ends the program with a status computed then.
     *
     * @param status of the registers and memory
     * @return this
     */
    public UserScript exit(ToLongFunction<UserProcessor> status) {
        return call("exit_group", processor -> new long[] {status.applyAsLong(processor)});
    }

    /**
     * Executes an instruction of the test's own: moves data, jumps to an address of {@link #here()}.
     *
     * @param instruction run again from its start if it faults
     * @return this
     */
    public UserScript instruction(UserInstruction instruction) {
        instructions.add(instruction);
        return this;
    }

    /**
     * Where the next instruction will be.
     *
     * @return its address, to jump to
     */
    public long here() {
        return UserImage.CODE + (long) instructions.size() * UserCode.INSTRUCTION_BYTES;
    }

    /** What calls returned so far, in that order, those of forked children among them. */
    List<CallResult> results() {
        return List.copyOf(results);
    }

    /** The program as an ELF file. */
    byte[] image(UserCode code) {
        results.clear();
        byte[] text = code.assemble(instructions.toArray(UserInstruction[]::new));
        return UserImage.of(text, data.toByteArray(), Math.max(dataBytes, 1));
    }
}
