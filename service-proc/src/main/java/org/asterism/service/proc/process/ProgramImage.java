package org.asterism.service.proc.process;

import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.vfs.OpenFile;

/**
 * The program that a process runs. Replaced whole by execve(2).
 *
 * @param space its memory; the process owns a share in it
 * @param executable the file; the process owns a reference
 * @param argumentsStart first address of the argument strings
 * @param argumentsEnd address past them
 * @param environmentStart first address of the environment strings
 * @param environmentEnd address past them
 * @param stackStart where the stack pointer began
 * @param auxiliaryVector as the program got it
 */
public record ProgramImage(AddressSpace space, OpenFile executable, long argumentsStart, long argumentsEnd,
        long environmentStart, long environmentEnd, long stackStart, byte[] auxiliaryVector) {
    /**
     * The image of a child.
     *
     * @param childSpace a copy of the memory, or the same retained
     * @return with a reference of its own to the executable
     */
    public ProgramImage inherit(AddressSpace childSpace) {
        ProgramImage image = new ProgramImage(childSpace, executable, argumentsStart, argumentsEnd, environmentStart,
                environmentEnd, stackStart, auxiliaryVector);
        executable.retain();
        return image;
    }

    /** Gives memory and file up. The current task must not have the memory active. */
    public void release() {
        space.release();
        executable.release();
    }
}
