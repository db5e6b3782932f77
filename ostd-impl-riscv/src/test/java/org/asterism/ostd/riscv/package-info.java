/** Tests of what RISC-V dictates, on a JVM. */
package org.asterism.ostd.riscv;
