package org.asterism.ostd.scheduling;

/**
 * How large the kernel stacks of an architecture are.
 *
 * @param bytes   of a stack, the thread area above it included; as much below it is guard
 * @param reserve bytes above the guard that recursive methods leave for what they call, and for interrupts
 */
public record StackLayout(int bytes, int reserve) {
}
