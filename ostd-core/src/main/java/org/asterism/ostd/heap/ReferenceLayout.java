package org.asterism.ostd.heap;

/**
 * What the collector must know of {@code java.lang.ref}: where a reference object keeps its referent and queue, and which classes mean
 * what.
 *
 * @param referentOffset of the field {@code Reference.referent}, in bytes from the header
 * @param queueOffset    of the field {@code Reference.queue}
 * @param queueMetadata  class pointer of {@code ReferenceQueue}; a reference whose queue has any other class is not registered
 * @param softMetadata   class pointer of {@code SoftReference}, 0 if the image has none
 */
public record ReferenceLayout(int referentOffset, int queueOffset, long queueMetadata, long softMetadata) {
}
