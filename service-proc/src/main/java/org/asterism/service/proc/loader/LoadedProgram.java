package org.asterism.service.proc.loader;

import org.asterism.service.proc.process.ProgramImage;

/**
 * A program ready to run.
 *
 * @param image its memory and file, owned by whoever takes it
 * @param entry the first instruction
 * @param stackPointer address of {@code argc}
 * @param name its base name
 */
public record LoadedProgram(ProgramImage image, long entry, long stackPointer, String name) {
}
