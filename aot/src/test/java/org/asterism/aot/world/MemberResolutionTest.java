package org.asterism.aot.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandle;
import org.asterism.aot.TestWorld;
import org.junit.jupiter.api.Test;

class MemberResolutionTest {
    private final TestWorld world = new TestWorld();
    private final MemberResolution resolution = new MemberResolution();

    interface Named {
        default String name() {
            return "default";
        }
    }

    interface Renamed extends Named {
        @Override
        default String name() {
            return "more specific";
        }
    }

    static class Plain implements Renamed, Named {
    }

    static class Overriding extends Plain {
        @Override
        public String name() {
            return "class";
        }
    }

    private JavaMethod select(Class<?> receiver) {
        JavaMethod declared = resolution.method(world.load(Named.class), "name", "()Ljava/lang/String;");
        return resolution.select(world.load(receiver), declared);
    }

    @Test
    void theMaximallySpecificDefaultWins() {
        assertThat(select(Plain.class).owner()).isEqualTo(world.load(Renamed.class));
    }

    @Test
    void aClassWinsOverDefaults() {
        assertThat(select(Overriding.class).owner()).isEqualTo(world.load(Overriding.class));
    }

    @Test
    void aMissingMethodNamesWhatIsMissing() {
        assertThatThrownBy(() -> resolution.method(world.load(Plain.class), "absent", "()V"))
                .isInstanceOf(UnresolvedReferenceException.class).hasMessageContaining("Plain.absent()V does not exist");
    }

    @Test
    void aMethodThatTakesWhateverItsCallerPassesIsNotMissing() {
        assertThatThrownBy(() -> resolution.method(world.load(MethodHandle.class), "invokeExact", "(I)Ljava/lang/String;"))
                .isInstanceOf(UnresolvedReferenceException.class).hasMessageContaining("call a lambda of an interface instead").hasMessageNotContaining("version");
    }
}
