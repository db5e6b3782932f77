package org.asterism.example.hello;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.asterism.kernel.KernelEntry;
import org.asterism.kernel.abi.Elf;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.console.Console;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.power.Power;
import org.asterism.ostd.user.UserContext;
import org.asterism.ostd.user.UserMode;
import org.osgi.service.component.annotations.Component;

/** Loads the program on the initial ram disk, a static ELF file, serves its write(2) and exit(2), and turns the machine off. */
@Component
public final class HelloKernel implements KernelEntry {
    private static final int WRITE = 1, EXIT = 60;
    private static final long STACK_TOP = 0x7fff_0000_0000L;
    /** A cpio archive of the newc format: bytes of an entry's header, and where in it sizes stand as eight hexadecimal digits. */
    private static final int CPIO_HEADER = 110, CPIO_FILE_SIZE = 54, CPIO_NAME_SIZE = 94;

    @Override
    public void start() {
        try {
            VmSpace space = VmSpace.create((address, access) -> false);
            UserContext program = UserContext.create();
            program.setRegister(UserContext.INSTRUCTION_POINTER, load(firstFile(), space));
            space.mapZeroed(STACK_TOP - PageSize.BYTES, Protection.READ | Protection.WRITE);
            program.setRegister(UserContext.STACK_POINTER, STACK_TOP);
            space.activate();
            while (switch (UserMode.execute(program)) {
                case SYSCALL -> serve(program);
                case EVENT -> true;
                case EXCEPTION -> { Log.error("the program died of " + program.exception()); yield false; }
            }) { }
        } finally {
            Power.off();
        }
    }

    /** Serves a system call, and tells whether the program goes on. */
    private static boolean serve(UserContext program) {
        switch ((int) program.syscallNumber()) {
            case WRITE -> program.setSyscallResult(write(program.syscallArgument(1), program.syscallArgument(2)));
            case EXIT -> Log.info("the program exited with " + program.syscallArgument(0));
            default -> program.setSyscallResult(-Errno.ENOSYS.number());
        }
        return program.syscallNumber() != EXIT;
    }

    private static long write(long address, long length) {
        byte[] bytes = new byte[(int) Math.min(Math.max(length, 0), PageSize.BYTES)];
        int copied = UserMemory.read(address, bytes, 0, bytes.length);
        Console.terminal().write(bytes, 0, copied);
        return copied == 0 && length != 0 ? -Errno.EFAULT.number() : copied;
    }

    /** Maps the segments of an ELF file and gives the address of its first instruction. */
    private static long load(byte[] elf, VmSpace space) {
        int headers = (int) LittleEndian.getLong(elf, Elf.E_PHOFF);
        for (int i = 0; i < LittleEndian.getShort(elf, Elf.E_PHNUM); i++) {
            int header = headers + i * Elf.PROGRAM_HEADER_BYTES;
            if (LittleEndian.getInt(elf, header + Elf.P_TYPE) == Elf.PT_LOAD) {
                long start = LittleEndian.getLong(elf, header + Elf.P_VADDR);
                long first = start & -PageSize.BYTES;
                long end = start + LittleEndian.getLong(elf, header + Elf.P_MEMSZ);
                for (long page = first; page < end; page += PageSize.BYTES) {
                    space.mapZeroed(page, Protection.READ | Protection.WRITE);
                }
                space.write(start, elf, (int) LittleEndian.getLong(elf, header + Elf.P_OFFSET),
                        (int) LittleEndian.getLong(elf, header + Elf.P_FILESZ));
                int flags = LittleEndian.getInt(elf, header + Elf.P_FLAGS);
                space.protect(first, (end - first + PageSize.BYTES - 1) & -PageSize.BYTES, Protection.READ
                        | ((flags & Elf.PF_W) != 0 ? Protection.WRITE : 0) | ((flags & Elf.PF_X) != 0 ? Protection.EXECUTE : 0));
            }
        }
        return LittleEndian.getLong(elf, Elf.E_ENTRY);
    }

    /** The content of the archive's first entry. */
    private static byte[] firstFile() {
        byte[] archive = new byte[(int) BootInfo.initialRamDiskSize()];
        BootInfo.readInitialRamDisk(0, archive, 0, archive.length);
        int content = CPIO_HEADER + number(archive, CPIO_NAME_SIZE) + 3 & -4;
        return Arrays.copyOfRange(archive, content, content + number(archive, CPIO_FILE_SIZE));
    }

    private static int number(byte[] archive, int at) {
        return Integer.parseUnsignedInt(new String(archive, at, 8, StandardCharsets.ISO_8859_1), 16);
    }
}
