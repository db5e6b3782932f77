/**
 * A driver of the {@code edu} device that QEMU has for teaching: it computes factorials and copies memory, and tells by an interrupt when it has. Programs use it as
 * {@code /dev/edu}.
 *
 * <p>Context: task. Spec: QEMU, docs/specs/edu.
 */
package org.example.edu;
