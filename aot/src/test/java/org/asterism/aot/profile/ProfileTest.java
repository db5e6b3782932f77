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
        Profile profile = profile("deny jdk : a\nallow jdk.internal : b\ndeny jdk.internal.misc.VM : c\n");
        assertThat(profile.denial(platform("jdk/internal/util/ArraysSupport"))).isEmpty();
        assertThat(profile.denial(platform("jdk/internal/misc/Unsafe"))).isEmpty();
        assertThat(profile.denial(platform("jdk/internal/misc/VM"))).isPresent();
    }

    @Test
    void prefixesEndAtNames() {
        assertThat(profile("deny java.util.Tim : a").denial(platform("java/util/TimSort"))).isEmpty();
        assertThat(profile("deny java.util.HashMap : a").denial(platform("java/util/HashMap$Node"))).isPresent();
    }

    @Test
    void publicClassesAreOutsideUnlessNamed() {
        assertThat(profile("").denial(platform("java/util/ArrayList"))).isPresent();
        assertThat(profile("allow java.util : a").denial(platform("java/util/ArrayList"))).isPresent();
        assertThat(profile("allow java.util.ArrayList : a").denial(platform("java/util/ArrayList"))).isEmpty();
        assertThat(profile("classes kernel").denial(platform("java/util/ArrayList$Itr"))).isEmpty();
        assertThat(profile("").denial(platform("java/util/TimSort"))).isEmpty();
    }

    @Test
    void thereAreNoObjectsOfClassesThatExtendOthersOutside() {
        Profile profile = profile("allow java.util.Properties : a");
        assertThat(profile.denial(platform("java/util/Properties"))).isEmpty();
        assertThat(profile.instantiationDenial(platform("java/util/Properties"))).get().extracting(Rule::subject).isEqualTo("java.util.Hashtable");
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
