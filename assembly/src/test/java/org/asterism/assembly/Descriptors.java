package org.asterism.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.assembly.descriptor.DescriptorReader;
import org.asterism.assembly.descriptor.KernelDescriptor;

/** Descriptors from text. */
public final class Descriptors {
    private Descriptors() {}

    /** Writes text as {@code kernel.bndrun} into a folder and reads it. */
    public static KernelDescriptor of(Path folder, String text) throws RefusedException {
        try {
            return DescriptorReader.read(Files.writeString(folder.resolve("kernel.bndrun"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
