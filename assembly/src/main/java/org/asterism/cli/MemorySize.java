package org.asterism.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A memory size as people write it: {@code 128M}, {@code 1G}; a bare number is mebibytes, as for QEMU.
 *
 * @param mebibytes the size
 */
record MemorySize(int mebibytes) {
    /** Smaller machines cannot hold kernel, initramfs and a program. */
    static final int LEAST_MEBIBYTES = 32;

    /** Largest machine a kernel is made for. */
    static final int MOST_MEBIBYTES = 64 * 1024;

    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,9})([MmGg]?)");

    /** Parses for picocli. */
    static final class Converter implements ITypeConverter<MemorySize> {
        @Override
        public MemorySize convert(String text) {
            Matcher matcher = SYNTAX.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is not a memory size; write for example 128M or 1G");
            }
            long mebibytes = Long.parseLong(matcher.group(1)) * (matcher.group(2).equalsIgnoreCase("G") ? 1024 : 1);
            if (mebibytes < LEAST_MEBIBYTES || mebibytes > MOST_MEBIBYTES) {
                throw new TypeConversionException("'" + text + "' is outside " + LEAST_MEBIBYTES + "M to " + MOST_MEBIBYTES / 1024 + "G");
            }
            return new MemorySize((int) mebibytes);
        }
    }
}
