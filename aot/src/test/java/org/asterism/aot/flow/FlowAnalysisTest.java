package org.asterism.aot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asterism.aot.TestWorld;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.MemberResolution;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

class FlowAnalysisTest {
    private final TestWorld world = new TestWorld();

    static final class Samples {
        private Samples next;
        private int value;

        int twice() {
            return next.value + next.hashCode();
        }

        static int afterTest(Samples sample) {
            return sample == null ? 0 : sample.hashCode();
        }

        static int loop(Samples first) {
            Samples previous = first;
            for (Samples each = first; each.value > 0; each = each.next) {
                previous = each.next;
            }
            return previous.hashCode();
        }

        static int dead(Samples sample) {
            assert sample.hashCode() == 1;
            return 0;
        }

        static int claimed(Runnable runnable) {
            return runnable.hashCode();
        }

        static int checked(Object object) {
            Runnable runnable = (Runnable) object;
            return runnable.hashCode();
        }

        static int made() {
            return new ArrayList<String>().hashCode();
        }
    }

    private List<Value> receivers(String method) {
        JavaMethod body = world.load(Samples.class).methodsNamed(method).get(0);
        FactSource assertionsOff = new FactSource() {
            @Override
            public Object resultOf(JavaMethod called) {
                return null;
            }

            @Override
            public Object valueOf(org.asterism.aot.world.JavaField field) {
                return field.name().equals("$assertionsDisabled") ? 1 : null;
            }
        };
        MethodFlow flow = FlowAnalysis.analyze(world.world(), new MemberResolution(), assertionsOff, body);
        List<Value> found = new ArrayList<>();
        for (AbstractInsnNode instruction : body.node().instructions) {
            if (instruction.getOpcode() != Opcodes.INVOKESPECIAL && instruction instanceof MethodInsnNode call
                    && call.name.equals("hashCode") && flow.isReached(call)) {
                found.add(flow.before(call).top(0));
            }
        }
        return found;
    }

    @Test
    void aFieldReadAgainMayHaveBecomeNull() {
        assertThat(receivers("twice").get(0).isNonNull()).isFalse();
    }

    @Test
    void aTestForNullIsRemembered() {
        assertThat(receivers("afterTest").get(0).isNonNull()).isTrue();
    }

    @Test
    void variablesOfALoopAreNotTakenForOneValue() {
        assertThat(receivers("loop").get(0).isNonNull()).isFalse();
    }

    @Test
    void codeBehindAConstantBranchIsNotReached() {
        assertThat(receivers("dead")).isEmpty();
    }

    @Test
    void aDeclaredInterfaceIsNotTrusted() {
        assertThat(receivers("claimed").get(0).type().name()).isEqualTo("java/lang/Object");
    }

    @Test
    void aCastIsTrusted() {
        assertThat(receivers("checked").get(0).type().name()).isEqualTo("java/lang/Runnable");
    }

    @Test
    void aNewObjectHasAnExactClass() {
        Value made = receivers("made").get(0);
        assertThat(made.isExact() && made.isNonNull()).isTrue();
        assertThat(made.type().name()).isEqualTo("java/util/ArrayList");
    }
}
