package org.asterism.assembly.wire;

import java.util.List;
import java.util.SortedMap;

/**
 * The generated bundle and what went into it.
 *
 * @param sources generated Java by path ({@code org/asterism/boot/Boot.java}), for people to read
 * @param classes compiled classes of the generated bundle by internal name
 * @param additions compiled classes that go into packages of bundles, by symbolic name, then internal name
 * @param components components in construction order
 * @param syscalls system calls by number
 */
public record Wiring(
        SortedMap<String, String> sources,
        SortedMap<String, byte[]> classes,
        SortedMap<String, SortedMap<String, byte[]>> additions,
        List<Component> components,
        SortedMap<Integer, SyscallMethod> syscalls) {}
