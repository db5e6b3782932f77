package org.asterism.kernel.memory;

/**
 * One line of {@code /proc/PID/maps}.
 *
 * @param start first address
 * @param end address past the last
 * @param protection {@link org.asterism.ostd.mm.Protection} bits
 * @param shared whether stores are seen by others
 * @param file what is mapped, null for anonymous memory
 * @param offset of {@code start} in the file, bytes
 * @param label {@code [heap]}, {@code [stack]} or empty
 */
public record Mapping(long start, long end, int protection, boolean shared, MappableFile file, long offset,
        String label) {
}
