package org.asterism.aot.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.aot.TestWorld;
import org.junit.jupiter.api.Test;

class FieldLayoutTest {
    private final TestWorld world = new TestWorld();
    private final FieldLayout layout = new FieldLayout();

    static class Mixed {
        byte small;
        long wide;
        int number;
        Object reference;
        short half;
    }

    static class Derived extends Mixed {
        Object second;
        boolean flag;
    }

    private int offset(Class<?> type, String field) {
        return layout.offset(world.load(type).fieldNamed(field));
    }

    @Test
    void anIntFillsTheGapBehindTheHeader() {
        assertThat(offset(Mixed.class, "number")).isEqualTo(12);
        assertThat(offset(Mixed.class, "wide")).isEqualTo(16);
        assertThat(offset(Mixed.class, "reference")).isEqualTo(24);
        assertThat(offset(Mixed.class, "half")).isEqualTo(32);
        assertThat(offset(Mixed.class, "small")).isEqualTo(34);
    }

    @Test
    void inheritedFieldsComeFirst() {
        assertThat(offset(Derived.class, "flag")).isEqualTo(35);
        assertThat(offset(Derived.class, "second")).isEqualTo(40);
    }

    @Test
    void sizesAreMultiplesOfSixteen() {
        assertThat(layout.instanceSize(world.load(Mixed.class))).isEqualTo(48);
        assertThat(layout.instanceSize(world.load(Object.class))).isEqualTo(16);
    }

    @Test
    void theReferenceMapHoldsInheritedAndOwnReferences() {
        assertThat(layout.referenceOffsets(world.load(Derived.class))).containsExactly(24, 40);
    }

    @Test
    void classObjectsKeepRoomForTheirMetadata() {
        JavaClass classClass = world.load(Class.class);
        for (JavaField field : classClass.fields()) {
            if (!field.isStatic()) {
                assertThat(layout.offset(field)).isGreaterThanOrEqualTo(FieldLayout.MIRROR_METADATA + 8);
            }
        }
    }
}
