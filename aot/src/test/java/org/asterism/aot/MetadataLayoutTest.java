package org.asterism.aot;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.aot.world.FieldLayout;
import org.asterism.ostd.runtime.ClassMetadata;
import org.asterism.ostd.heap.SizeClasses;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ThreadArea;
import org.junit.jupiter.api.Test;

/** The runtime's description of objects, which the compiler repeats in its emitters, is the one that it emits. */
class MetadataLayoutTest {
    @Test
    void headersAgree() {
        assertThat(FieldLayout.HEADER_SIZE).isEqualTo(ObjectLayout.FIRST_FIELD);
        assertThat(FieldLayout.ARRAY_LENGTH).isEqualTo(ObjectLayout.ARRAY_LENGTH);
        assertThat(FieldLayout.ARRAY_BASE).isEqualTo(ObjectLayout.ARRAY_DATA);
        assertThat(FieldLayout.MIRROR_METADATA).isEqualTo(ClassMetadata.MIRROR_METADATA);
    }

    /** {@code RUN_CURSOR} of the prelude finds the run of a size without asking. */
    @Test
    void smallInstancesHaveARunForEachMultipleOfSixteenBytes() {
        assertThat(new int[] {ThreadArea.RUNS, ThreadArea.RUN_CURSOR, ThreadArea.RUN_LIMIT, ThreadArea.RUN_BYTES})
                .containsExactly(64, 0, 8, 16);
        for (int bytes = 16; bytes <= 128; bytes += 16) {
            assertThat(ThreadArea.RUNS + SizeClasses.of(bytes) * ThreadArea.RUN_BYTES).isEqualTo(bytes + 48);
            assertThat(SizeClasses.cellBytes(SizeClasses.of(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void classRecordsHaveTheOffsetsOfTheRuntime() {
        assertThat(new int[] {ClassMetadata.MIRROR, ClassMetadata.INSTANCE_SIZE, ClassMetadata.KIND, ClassMetadata.ELEMENT_SHIFT,
            ClassMetadata.FLAGS, ClassMetadata.SUPERCLASS, ClassMetadata.ELEMENT_CLASS, ClassMetadata.ARRAY_CLASS,
            ClassMetadata.REFERENCE_MAP, ClassMetadata.CLASS_ID, ClassMetadata.INITIALIZATION_STATE, ClassMetadata.INITIALIZER,
            ClassMetadata.NAME, ClassMetadata.ENUM_CONSTANTS, ClassMetadata.TYPE_TEST_OFFSET, ClassMetadata.TYPE_TEST_ID,
            ClassMetadata.MODIFIERS, ClassMetadata.BUNDLE, ClassMetadata.INTERFACES, ClassMetadata.PRIVATE_PART})
                .containsExactly(0, 8, 12, 13, 14, 16, 24, 32, 40, 48, 52, 56, 64, 72, 80, 84, 88, 92, 96, 104);
    }
}
