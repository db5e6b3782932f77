/**
 * Methods that the compiler implements itself: the privileged primitives of {@code org.asterism.ostd.unsafe}, the native
 * memory operations of {@code jdk.internal.misc.Unsafe}, and accesses through {@code VarHandle} constants.
 */
package org.asterism.aot.intrinsic;
