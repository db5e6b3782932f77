package org.asterism.assembly.wire;

import java.util.List;
import java.util.SortedMap;

/**
 * The generated bundle and what went into it.
 *
 * @param sources generated Java by file name ({@code Boot.java}), for people to read
 * @param classes compiled classes by internal name
 * @param components components in construction order
 * @param syscalls system calls by number
 */
public record Wiring(
        SortedMap<String, String> sources,
        SortedMap<String, byte[]> classes,
        List<Component> components,
        SortedMap<Integer, SyscallMethod> syscalls) {}
