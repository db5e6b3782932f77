package org.asterism.aot.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.asterism.aot.TestWorld;
import org.asterism.aot.flow.Value;
import org.asterism.aot.world.JavaClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    private final TestWorld world = new TestWorld();

    private static Profile profile(String text) {
        return new Profile("test", ProfileParser.parse("test", text));
    }

    private JavaClass platform(String name) {
        return world.world().platform(name);
    }

    @Test
    void theLongestPrefixWins() {
        Profile profile = profile("deny java.util : a\nallow java.util.concurrent : b\ndeny java.util.concurrent.Future : c\n");
        assertThat(profile.denial(platform("java/util/ArrayList"))).isPresent();
        assertThat(profile.denial(platform("java/util/concurrent/Executor"))).isEmpty();
        assertThat(profile.denial(platform("java/util/concurrent/Future"))).isPresent();
    }

    @Test
    void prefixesEndAtNames() {
        assertThat(profile("deny java.util.Array : a").denial(platform("java/util/ArrayList"))).isEmpty();
        assertThat(profile("deny java.util.HashMap : a").denial(platform("java/util/HashMap$Node"))).isPresent();
    }

    @Test
    void bundlesAreNeverDenied() {
        assertThat(profile("deny org : a").denial(world.load(ProfileTest.class))).isEmpty();
    }

    @Test
    void constantsAreFacts() {
        Profile profile = profile("constant java.lang.System.getSecurityManager = null : none\n");
        assertThat(profile.resultOf(platform("java/lang/System").methodsNamed("getSecurityManager").get(0))).isSameAs(Value.NULL);
    }

    @Test
    void aLineThatIsNoRuleIsRefusedWithItsNumber() {
        assertThatThrownBy(() -> profile("# comment\nforbid java.io")).hasMessageContaining("test:2: cannot read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kernel", "language", "full"})
    void builtInProfilesNameOnlyWhatThisJdkHas(String name) {
        assertThat(ProfileParser.builtIn(name).staleRules(world.world())).isEmpty();
    }
}
