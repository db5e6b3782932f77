/**
 * Boot tests: each assembles the default kernel through {@code ./asterism}, boots it in QEMU and compares what real programs do
 * with what they did on Linux, or checks a promise of the command line. They need QEMU, gcc and busybox-static.
 */
package org.asterism.boottest;
