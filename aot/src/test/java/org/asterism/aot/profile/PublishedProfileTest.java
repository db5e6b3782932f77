package org.asterism.aot.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.asterism.aot.TestWorld;
import org.asterism.aot.world.JavaClass;
import org.junit.jupiter.api.Test;

class PublishedProfileTest {
    private final PublishedProfile kernel = PublishedProfile.named("kernel");
    private final PublishedProfile full = PublishedProfile.named("full");

    @Test
    void listedClassesMayBeNamed() {
        assertThat(kernel.refusal("java.util.ArrayList")).isEmpty();
        assertThat(full.refusal("java.util.ArrayList")).isEmpty();
        assertThat(full.refusal("java.util.regex.Pattern")).isEmpty();
    }

    @Test
    void theRemedyNamesTheProfileThatHoldsAClass() {
        assertThat(kernel.refusal("java.util.regex.Pattern")).contains("choose -ostd-profile: full, which has it");
    }

    @Test
    void theRemedyOfWhatNoProfileHoldsIsAnAlternative() {
        assertThat(full.refusal("java.io.File")).contains("use the virtual file system's contracts");
        assertThat(full.refusal("java.util.Timer")).contains("use org.asterism.ostd.timer");
        assertThat(full.refusal("java.util.Observer")).contains("use what docs/profiles.md lists");
    }

    @Test
    void membersOfTheLargerProfileAreWithheldInTheSmaller() {
        String descriptor = "(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;";
        assertThat(kernel.refusal("java.lang.String", "format", descriptor)).contains("choose -ostd-profile: full, which has it");
        assertThat(full.refusal("java.lang.String", "format", descriptor)).isEmpty();
    }

    @Test
    void someClassesOfferNoMoreThanTheyList() {
        assertThat(full.refusal("java.lang.System", "nanoTime", "()J")).isEmpty();
        assertThat(full.refusal("java.lang.System", "exit", "(I)V")).contains("use org.asterism.ostd.power");
        assertThat(full.refusal("java.lang.System", "inheritedChannel", "()V")).contains("there is no host below a kernel");
    }

    @Test
    void aLineThatIsNoListIsRefusedWithItsNumber() {
        assertThatThrownBy(() -> ClassListParser.parse("test", "java.lang.String\n  format\n"))
                .hasMessage("test:2: cannot read \"format\"; write below a class: MEMBER... : REMEDY, or: only MEMBER... : REMEDY");
    }

    @Test
    void whatIsWithheldExists() {
        TestWorld world = new TestWorld();
        List<String> unknown = new ArrayList<>();
        for (OfferedClass offered : full.classes().values()) {
            JavaClass type = world.world().platform(offered.name().replace('.', '/'));
            List<String> members = new ArrayList<>(offered.withheld().keySet());
            members.addAll(offered.only());
            members.stream().map(member -> member.replaceFirst("\\(.*", ""))
                    .filter(member -> type.supertypes().stream().allMatch(each -> each.methodsNamed(member).isEmpty() && each.fieldNamed(member) == null))
                    .forEach(member -> unknown.add(offered.name() + "." + member));
        }
        assertThat(unknown).isEmpty();
    }
}
