/**
 * From emitted text to an ELF file: the division into units, the C compiler and linker, the cache of objects by content,
 * and sizes read back from the result.
 */
package org.asterism.aot.build;
