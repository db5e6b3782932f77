/**
 * What stands around a kernel's bundles on a host framework: the simulated machine, the table of system calls, the registration of drivers, a first
 * program, and the commands of the shell.
 *
 * <p>On a host this bundle is privileged: it takes the place of the boot code that the assembler generates. No kernel image holds it.
 */
package org.asterism.host.shell;
