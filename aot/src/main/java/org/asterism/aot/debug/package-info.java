/**
 * What the C compiler tells debuggers about a linked image, read back: which source line each instruction came from, and which calls
 * were inlined around it. Follows the ELF64 format and DWARF 5 (sections are named by their numbers in that document).
 */
package org.asterism.aot.debug;
