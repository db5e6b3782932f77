/** Buffers of {@code java.nio} in the heap, and streams of bytes in memory. */
package org.asterism.language.library.buffer;
