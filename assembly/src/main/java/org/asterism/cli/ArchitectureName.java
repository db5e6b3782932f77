package org.asterism.cli;

import org.asterism.assembly.Architecture;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of an architecture on the command line. */
final class ArchitectureName implements ITypeConverter<Architecture> {
    @Override
    public Architecture convert(String word) {
        return Architecture.named(word).orElseThrow(() -> new TypeConversionException("'" + word + "' is no architecture of kernels; write "
                + Architecture.words()));
    }
}
