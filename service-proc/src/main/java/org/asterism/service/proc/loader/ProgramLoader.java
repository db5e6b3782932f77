package org.asterism.service.proc.loader;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.UserAbi;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.memory.AddressSpaces;
import org.asterism.kernel.memory.Placement;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.kernel.vfs.Vfs;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.random.Entropy;
import org.asterism.service.proc.process.ProgramImage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Loads programs. */
@Component(service = ProgramLoader.class)
public final class ProgramLoader {
    /** Scripts whose interpreter is a script …, as deep as Linux. */
    private static final int DEEPEST_SCRIPT = 5;
    private static final long DEFAULT_STACK_BYTES = 8L << 20;
    private static final long SMALLEST_STACK_BYTES = 128L << 10;
    private static final long LARGEST_STACK_BYTES = 1L << 30;
    private static final int STACK_SHIFT_PAGES = 2048;
    private static final int PROGRAM_SHIFT_PAGES = 65_536;
    private static final int HEAP_SHIFT_PAGES = 4096;

    private final AddressSpaces spaces;
    private final Vfs vfs;
    private final UserAbi abi;

    /**
     * Loads by way of other services.
     *
     * @param spaces make memory
     * @param vfs opens programs
     */
    @Activate
    public ProgramLoader(@Reference AddressSpaces spaces, @Reference Vfs vfs) {
        this.spaces = spaces;
        this.vfs = vfs;
        this.abi = UserAbi.of(BootInfo.architecture());
    }

    /**
     * Most bytes of arguments and environment together.
     *
     * @param stackLimit bytes of stack; −1 for no limit
     * @return a quarter of the stack, pointers included
     */
    public static long argumentBudget(long stackLimit) {
        return stackBytes(stackLimit) / 4;
    }

    /**
     * Loads a program.
     *
     * @param request which and with what
     * @return ready to run, owned by the caller
     * @throws KernelException as execve(2); nothing is left behind
     */
    public LoadedProgram load(ProgramRequest request) throws KernelException {
        if (request.arguments().footprint() + request.environment().footprint()
                > argumentBudget(request.stackLimit())) {
            throw KernelException.of(Errno.E2BIG);
        }
        ProgramRequest current = request;
        String path = request.path();
        String name = request.name();
        for (int depth = 0;; depth++) {
            OpenFile file = vfs.openForExecution(request.filesystem(), request.credentials(), path);
            try {
                ScriptHeader script = ScriptHeader.read(file);
                if (script == null) {
                    return loadImage(current, file);
                }
                if (depth == DEEPEST_SCRIPT) {
                    throw KernelException.of(Errno.ELOOP);
                }
                current = withInterpreter(current, script, name);
                path = script.interpreter();
                name = path;
            } finally {
                file.release();
            }
        }
    }

    private static ProgramRequest withInterpreter(ProgramRequest request, ScriptHeader script, String name) {
        StringList front = new StringList().add(script.interpreter());
        if (script.argument() != null) {
            front.add(script.argument());
        }
        front.add(name);
        return new ProgramRequest(request.filesystem(), request.credentials(), request.path(), request.name(),
                request.arguments().replaceFirst(front), request.environment(), request.stackLimit());
    }

    private LoadedProgram loadImage(ProgramRequest request, OpenFile file) throws KernelException {
        ElfHeader header = ElfHeader.read(file, abi.elfMachine());
        String interpreterPath = header.interpreter(file);
        OpenFile interpreter = null;
        AddressSpace space = null;
        try {
            ElfHeader interpreterHeader = null;
            if (interpreterPath != null) {
                interpreter = vfs.openForExecution(request.filesystem(), request.credentials(), interpreterPath);
                interpreterHeader = readInterpreter(interpreter);
            }
            space = spaces.create();
            LoadedProgram program = fill(space, request, file, header, interpreter, interpreterHeader);
            space = null;
            return program;
        } finally {
            if (interpreter != null) {
                interpreter.release();
            }
            if (space != null) {
                space.release();
            }
        }
    }

    private ElfHeader readInterpreter(OpenFile interpreter) throws KernelException {
        try {
            return ElfHeader.read(interpreter, abi.elfMachine());
        } catch (KernelException e) {
            throw KernelException.of(e.errno() == Errno.ENOEXEC ? Errno.ELIBBAD : e.errno());
        }
    }

    private LoadedProgram fill(AddressSpace space, ProgramRequest request, OpenFile file, ElfHeader header,
            OpenFile interpreter, ElfHeader interpreterHeader) throws KernelException {
        byte[] noise = new byte[12];
        Entropy.fill(noise);
        long top = stackEnd(space) - pages(noise, 0, STACK_SHIFT_PAGES);
        space.mapStack(top - stackBytes(request.stackLimit()), top);

        ElfSegments program = new ElfSegments(header, space);
        program.map(file, programBase() + pages(noise, 4, PROGRAM_SHIFT_PAGES));
        space.setHeapStart(program.end() + pages(noise, 8, HEAP_SHIFT_PAGES));

        long entry = program.entry();
        long interpreterBase = 0;
        if (interpreter != null) {
            ElfSegments linker = new ElfSegments(interpreterHeader, space);
            linker.map(interpreter, 0);
            entry = linker.entry();
            interpreterBase = linker.bias();
        }
        InitialStack stack = new InitialStack(abi, request);
        long stackPointer = stack.write(space, top, program, header.segments(), interpreterBase);
        String command = baseName(request.path());
        byte[] auxiliaryVector = stack.auxiliaryVector();
        try (var assured = Allocation.assured()) {
            ProgramImage image = new ProgramImage(space, file.retain(), stack.argumentsStart, stack.argumentsEnd,
                    stack.argumentsEnd, stack.environmentEnd, stackPointer, auxiliaryVector);
            return new LoadedProgram(image, entry, stackPointer, command);
        }
    }

    /** Where relocatable programs go: two thirds of the address space, as on Linux. */
    private static long programBase() {
        return PageSize.floor(VmSpace.maximumAddress() / 3 * 2);
    }

    /** Maps what handlers return to, if programs do not bring it, at the end of the address space; returns where the stack may end. */
    private long stackEnd(AddressSpace space) throws KernelException {
        byte[] code = abi.signalReturnCode();
        if (code.length == 0) {
            return VmSpace.maximumAddress();
        }
        long address = UserAbi.signalReturnAddress();
        space.map(address, PageSize.BYTES, Protection.READ | Protection.WRITE, false, Placement.EXACT, null, 0, false);
        if (space.write(address, code, 0, code.length) < code.length) {
            throw KernelException.of(Errno.ENOMEM);
        }
        space.protect(address, PageSize.BYTES, Protection.READ | Protection.EXECUTE);
        return address;
    }

    private static long stackBytes(long limit) {
        if (limit < 0) {
            return DEFAULT_STACK_BYTES;
        }
        return PageSize.floor(Math.min(Math.max(limit, SMALLEST_STACK_BYTES), LARGEST_STACK_BYTES));
    }

    private static long pages(byte[] noise, int at, int limit) {
        return (long) (LittleEndian.getInt(noise, at) & limit - 1) << PageSize.SHIFT;
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
