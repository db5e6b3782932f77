package org.asterism.ostd.host;

import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.paging.AddressSpace;
import org.asterism.ostd.user.UserException;

/** What a {@link UserInstruction} can do: registers, user memory, a system call, a jump. */
public final class UserProcessor {
    private final HostContext context;
    private final HostUserAccess access;
    private final AddressSpace space;
    boolean syscallMade;

    UserProcessor(HostContext context, HostUserAccess access, AddressSpace space) {
        this.context = context;
        this.access = access;
        this.space = space;
    }

    /**
     * Reads a general register.
     *
     * @param number x86-64 encoding order, 0 (rax) to 15
     * @return its value
     */
    public long register(int number) {
        return context.general[number];
    }

    /**
     * Writes a general register.
     *
     * @param number x86-64 encoding order, 0 (rax) to 15
     * @param value its new value
     */
    public void setRegister(int number, long value) {
        context.general[number] = value;
    }

    /**
     * The result of the last system call.
     *
     * @return rax
     */
    public long result() {
        return context.general[0];
    }

    /**
     * Makes a system call when this instruction ends; arguments not given are left as they are.
     *
     * @param number of the call
     * @param arguments up to six
     */
    public void syscall(long number, long... arguments) {
        context.general[0] = number;
        for (int i = 0; i < arguments.length; i++) {
            context.general[HostUserExecution.ARGUMENT_REGISTERS[i]] = arguments[i];
        }
        syscallMade = true;
    }

    /**
     * Continues at another instruction instead of the next.
     *
     * @param address of it
     */
    public void jump(long address) {
        context.instructionPointer = address;
    }

    /**
     * Where the next instruction is.
     *
     * @return its address
     */
    public long nextInstruction() {
        return context.instructionPointer;
    }

    /**
     * Loads a byte.
     *
     * @param address in user memory
     * @return from 0 to 255
     */
    public int load(long address) {
        return fetch(address, Protection.READ);
    }

    /**
     * Stores a byte.
     *
     * @param address in user memory
     * @param value its low 8 bits count
     */
    public void store(long address, int value) {
        check(address, Protection.WRITE);
        access.store(space, address, value);
    }

    /**
     * Loads eight bytes, little-endian.
     *
     * @param address in user memory
     * @return the word
     */
    public long loadLong(long address) {
        long value = 0;
        for (int i = Long.BYTES - 1; i >= 0; i--) {
            value = value << 8 | load(address + i);
        }
        return value;
    }

    /**
     * Stores eight bytes, little-endian.
     *
     * @param address in user memory
     * @param value the word
     */
    public void storeLong(long address, long value) {
        for (int i = 0; i < Long.BYTES; i++) {
            store(address + i, (int) (value >>> 8 * i));
        }
    }

    /**
     * Takes an exception, as a bad instruction would.
     *
     * @param kind which
     */
    public void raise(UserException kind) {
        throw new UserFault(kind, 0, Protection.NONE);
    }

    int fetch(long address, int wanted) {
        check(address, wanted);
        return access.granted(space, address);
    }

    private void check(long address, int wanted) {
        if (!access.isGranted(space, address, wanted)) {
            throw new UserFault(UserException.PAGE_FAULT, address, wanted);
        }
    }
}
