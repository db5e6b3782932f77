/**
 * Emission of C for bodies and of assembler directives for data. Code names class records, field offsets, static slots,
 * selectors and type tests by symbol; their values stand in the one data file, so that a change of a layout recompiles
 * nothing.
 *
 * <p>References have the C type {@code ref}; float and double values live in locals and travel between functions as their
 * bits. How exceptions travel is the business of {@link org.asterism.aot.emit.ExceptionConvention} alone, and every store
 * of a reference goes through {@code STORE_REFERENCE}.
 */
package org.asterism.aot.emit;
