package org.asterism.assembly.verify;

/**
 * One use of what the kernel's profile of {@code java.base} does not hold.
 *
 * @param line   bundle, class, member, what it uses, and the remedy
 * @param method the method that uses it, {@code package.Class.name(descriptor)}; empty where a class as a whole does
 */
public record ProfileBreach(String line, String method) {}
