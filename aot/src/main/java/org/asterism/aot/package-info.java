/**
 * The ahead-of-time compiler: a closed world of JVM bytecode becomes C and then an ELF image. {@link
 * org.asterism.aot.Compiler} runs the stages in order: world, closure, emission, build.
 */
package org.asterism.aot;
