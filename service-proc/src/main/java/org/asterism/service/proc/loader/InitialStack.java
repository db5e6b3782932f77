package org.asterism.service.proc.loader;

import java.util.Arrays;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AuxiliaryVector;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.TimeConstants;
import org.asterism.kernel.abi.Elf;
import org.asterism.kernel.abi.UserAbi;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.process.Credentials;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.random.Entropy;

/**
 * What a program finds on its stack, from low to high addresses: {@code argc}, argument pointers, environment pointers, auxiliary
 * vector, random bytes, platform name, argument strings, environment strings, the program's path, eight zero bytes.
 */
final class InitialStack {
    private static final int POINTER_BYTES = 8;
    private static final int RANDOM_BYTES = 16;
    private static final int STACK_ALIGNMENT = 16;
    private static final int PAIRS = 20;

    private final UserAbi abi;
    private final ProgramRequest request;
    private final byte[] vector = new byte[PAIRS * 2 * POINTER_BYTES];
    private int vectorLength;

    long argumentsStart;
    long argumentsEnd;
    long environmentEnd;

    InitialStack(UserAbi abi, ProgramRequest request) {
        this.abi = abi;
        this.request = request;
    }

    /**
     * Writes everything below an address.
     *
     * @param space where
     * @param top past the stack's last byte, page-aligned
     * @param program segments of the program
     * @param segments how many program headers it has
     * @param interpreterBase where its dynamic linker was loaded, 0 without one
     * @return the stack pointer
     * @throws KernelException {@code EFAULT} if the stack cannot be written
     */
    long write(AddressSpace space, long top, ElfSegments program, int segments, long interpreterBase)
            throws KernelException {
        byte[] path = Latin1.encode(request.name());
        byte[] platform = Latin1.encode(abi.platform());
        StringList arguments = request.arguments();
        StringList environment = request.environment();

        long pathAddress = top - POINTER_BYTES - (path.length + 1);
        environmentEnd = pathAddress;
        argumentsEnd = environmentEnd - environment.length();
        argumentsStart = argumentsEnd - arguments.length();
        long platformAddress = argumentsStart - (platform.length + 1);
        long randomAddress = platformAddress - RANDOM_BYTES & -STACK_ALIGNMENT;

        fillVector(program, segments, interpreterBase, randomAddress, platformAddress, pathAddress);
        long tableBytes = POINTER_BYTES * (3L + arguments.count() + environment.count()) + vectorLength;
        long stackPointer = randomAddress - tableBytes & -STACK_ALIGNMENT;

        byte[] image = new byte[(int) (top - stackPointer)];
        int at = 0;
        LittleEndian.putLong(image, at, arguments.count());
        at = putPointers(image, at + POINTER_BYTES, arguments, argumentsStart);
        at = putPointers(image, at, environment, argumentsEnd);
        System.arraycopy(vector, 0, image, at, vectorLength);
        byte[] random = new byte[RANDOM_BYTES];
        Entropy.fill(random);
        System.arraycopy(random, 0, image, (int) (randomAddress - stackPointer), RANDOM_BYTES);
        System.arraycopy(platform, 0, image, (int) (platformAddress - stackPointer), platform.length);
        System.arraycopy(arguments.bytes(), 0, image, (int) (argumentsStart - stackPointer), arguments.length());
        System.arraycopy(environment.bytes(), 0, image, (int) (argumentsEnd - stackPointer), environment.length());
        System.arraycopy(path, 0, image, (int) (pathAddress - stackPointer), path.length);
        if (space.write(stackPointer, image, 0, image.length) < image.length) {
            throw KernelException.of(Errno.EFAULT);
        }
        return stackPointer;
    }

    private static int putPointers(byte[] image, int start, StringList strings, long address) {
        int at = start;
        byte[] bytes = strings.bytes();
        boolean begins = true;
        for (int i = 0; i < strings.length(); i++) {
            if (begins) {
                LittleEndian.putLong(image, at, address + i);
                at += POINTER_BYTES;
            }
            begins = bytes[i] == 0;
        }
        return at + POINTER_BYTES;
    }

    private void fillVector(ElfSegments program, int segments, long interpreterBase, long random, long platform, long path) {
        Credentials credentials = request.credentials();
        put(AuxiliaryVector.AT_HWCAP, abi.hardwareCapabilities());
        put(AuxiliaryVector.AT_PAGESZ, PageSize.BYTES);
        put(AuxiliaryVector.AT_CLKTCK, TimeConstants.CLOCK_TICKS);
        put(AuxiliaryVector.AT_PHDR, program.tableAddress());
        put(AuxiliaryVector.AT_PHENT, Elf.PROGRAM_HEADER_BYTES);
        put(AuxiliaryVector.AT_PHNUM, segments);
        put(AuxiliaryVector.AT_BASE, interpreterBase);
        put(AuxiliaryVector.AT_FLAGS, 0);
        put(AuxiliaryVector.AT_ENTRY, program.entry());
        put(AuxiliaryVector.AT_UID, credentials.realUser());
        put(AuxiliaryVector.AT_EUID, credentials.effectiveUser());
        put(AuxiliaryVector.AT_GID, credentials.realGroup());
        put(AuxiliaryVector.AT_EGID, credentials.effectiveGroup());
        boolean differs = credentials.realUser() != credentials.effectiveUser()
                || credentials.realGroup() != credentials.effectiveGroup();
        put(AuxiliaryVector.AT_SECURE, differs ? 1 : 0);
        put(AuxiliaryVector.AT_RANDOM, random);
        put(AuxiliaryVector.AT_EXECFN, path);
        if (!abi.platform().isEmpty()) {
            put(AuxiliaryVector.AT_PLATFORM, platform);
        }
        put(AuxiliaryVector.AT_MINSIGSTKSZ, abi.minimumSignalStack());
        put(AuxiliaryVector.AT_NULL, 0);
    }

    private void put(int type, long value) {
        LittleEndian.putLong(vector, vectorLength, type);
        LittleEndian.putLong(vector, vectorLength + POINTER_BYTES, value);
        vectorLength += 2 * POINTER_BYTES;
    }

    byte[] auxiliaryVector() {
        return Arrays.copyOf(vector, vectorLength);
    }
}
