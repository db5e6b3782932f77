/**
 * A kernel made of checks: booted in QEMU, it uses OSTD through the safe API and prints one line for each check.
 */
package org.asterism.ostd.x86.suite;
