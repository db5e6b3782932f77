package org.asterism.aot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asterism.aot.TestWorld;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.MemberResolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;

class RelationsTest {
    private final TestWorld world = new TestWorld();

    /** Methods whose loads of elements are all inside their array, or all not known to be; and loads of fields. */
    static final class Samples {
        private final int[] kept = new int[4];
        private int[] changed = new int[4];

        static int insideUp(int[] array) {
            int sum = 0;
            for (int i = 0; i < array.length; i++) {
                sum += array[i];
            }
            return sum;
        }

        static int insideForEach(int[] array) {
            int sum = 0;
            for (int element : array) {
                sum += element;
            }
            return sum;
        }

        static int insideDown(int[] array) {
            int sum = 0;
            for (int i = array.length - 1; i >= 0; i--) {
                sum += array[i];
            }
            return sum;
        }

        static int insideMasked(int[] array, int hash) {
            int length = array.length;
            return length > 0 ? array[length - 1 & hash] : 0;
        }

        int insideFinalField() {
            int sum = 0;
            for (int i = 0; i < kept.length; i++) {
                sum += kept[i];
            }
            return sum;
        }

        static int outsideAnotherArray(int[] array, int[] other) {
            int sum = 0;
            for (int i = 0; i < array.length; i++) {
                sum += other[i];
            }
            return sum;
        }

        static int outsideReplacedArray(int[] array, int[] other) {
            int[] current = array;
            int length = current.length;
            int sum = 0;
            for (int i = 0; i < length; i++) {
                sum += current[i];
                current = other;
            }
            return sum;
        }

        static int outsideNegative(int[] array, int start) {
            int sum = 0;
            for (int i = start; i < array.length; i++) {
                sum += array[i];
            }
            return sum;
        }

        static int outsideSteps(int[] array) {
            int sum = 0;
            for (int i = 0; i < array.length; i += 1 << 30) {
                sum += array[i];
            }
            return sum;
        }

        static int outsideEmptyMasked(int[] array, int hash) {
            return array[array.length - 1 & hash];
        }

        static int outsideIncremented(int[] array) {
            int sum = 0;
            for (int i = 0; i < array.length; ) {
                i++;
                sum += array[i];
            }
            return sum;
        }

        int outsideChangedField() {
            int sum = 0;
            for (int i = 0; i < changed.length; i++) {
                sum += changed[i];
            }
            return sum;
        }

        static int outsideOnePath(int[] array, int index, boolean test) {
            if (test) {
                if (index < 0 || index >= array.length) {
                    return 0;
                }
            }
            return array[index];
        }
    }

    private static List<Boolean> loads(JavaMethod method, MethodFlow flow) {
        List<Boolean> inside = new ArrayList<>();
        for (AbstractInsnNode instruction : method.node().instructions) {
            if (instruction.getOpcode() == Opcodes.IALOAD) {
                Frame frame = flow.before(instruction);
                inside.add(frame.isInBounds(frame.top(0), frame.top(1)));
            }
        }
        return inside;
    }

    private MethodFlow analyze(JavaMethod method) {
        return FlowAnalysis.analyze(world.world(), new MemberResolution(), FactSource.NONE, method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"insideUp", "insideForEach", "insideDown", "insideMasked", "insideFinalField"})
    void indicesAreKnownToBeInside(String name) {
        JavaMethod method = world.load(Samples.class).methodsNamed(name).get(0);
        assertThat(loads(method, analyze(method))).isNotEmpty().containsOnly(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outsideAnotherArray", "outsideReplacedArray", "outsideNegative", "outsideSteps", "outsideEmptyMasked",
        "outsideIncremented", "outsideChangedField", "outsideOnePath"})
    void indicesMayBeOutside(String name) {
        JavaMethod method = world.load(Samples.class).methodsNamed(name).get(0);
        assertThat(loads(method, analyze(method))).isNotEmpty().containsOnly(false);
    }

    @Test
    void onlyFinalFieldsAreLoadedOnce() {
        JavaClass samples = world.load(Samples.class);
        assertThat(reloads(samples.methodsNamed("insideFinalField").get(0), samples)).isEqualTo(1);
        assertThat(reloads(samples.methodsNamed("outsideChangedField").get(0), samples)).isZero();
    }

    private int reloads(JavaMethod method, JavaClass owner) {
        MethodFlow flow = analyze(method);
        int reloads = 0;
        for (AbstractInsnNode instruction : method.node().instructions) {
            if (instruction instanceof FieldInsnNode access) {
                Frame frame = flow.before(access);
                reloads += frame.origin(frame.top(0), owner.fieldNamed(access.name)) == null ? 0 : 1;
            }
        }
        return reloads;
    }
}
