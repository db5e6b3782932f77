package org.asterism.assembly;

import java.nio.file.Path;
import java.util.Optional;
import org.asterism.assembly.link.KernelReport;

/**
 * A kernel image and what is known of it. The files are the assembler's own; copy them to keep them.
 *
 * @param image the ELF file
 * @param lock what went into it, one line each
 * @param report what it is made of and what each part costs
 * @param commandLine the descriptor's words for the kernel's command line
 * @param initramfs the descriptor's archive or folder, if it names one
 */
public record AssembledKernel(Path image, Path lock, KernelReport report, String commandLine, Optional<Path> initramfs) {}
