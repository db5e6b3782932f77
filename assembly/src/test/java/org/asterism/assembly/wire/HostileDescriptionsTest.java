package org.asterism.assembly.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asterism.assembly.wire.ComponentXml.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.service.component.ComponentException;

/** Component descriptions that ask the parser for more than components. */
class HostileDescriptionsTest {
    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="evil">
              <implementation class="org.example.%s"/>%s
            </scr:component>""";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Throwable refusal(byte[] xml) {
        return catchThrowableOfType(ComponentException.class, () -> ComponentXml.parse(xml));
    }

    private record Case(String name, Check check, String line, String xml) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String named(String name) {
        return COMPONENT.formatted("Evil", "").replace("name=\"evil\"", "name=\"" + name + "\"");
    }

    private static String targeted(String target) {
        return COMPONENT.formatted("Evil", "<reference name='r' interface='org.example.Disk' bind='set' target='" + target + "'/>");
    }

    static Stream<Case> cases() {
        String properties = IntStream.range(0, 15_000).mapToObj("<property name='p%d' value='x'/>"::formatted).collect(Collectors.joining());
        Stream<Case> names = Stream.of("x&#10;System.exit(1);", "x */ static { System.exit(1); } /*", "x\\u000aSystem.exit(1);", "x&#x202e;y", "", "y".repeat(501))
                .map(name -> new Case("a name of source: " + name.replaceAll("(.{30}).*", "$1"), Check.NAMES, "; write letters, digits, '_', '$', '-' and dots", named(name)));
        return Stream.concat(names, Stream.of(
                new Case("an entity", Check.DOCTYPE, "DOCTYPE is disallowed", "<!DOCTYPE x [<!ENTITY e \"Evil\">]>" + COMPONENT.formatted("&e;", "")),
                new Case("a property of two million letters", Check.SIZE, "bytes, more than 1048576; split it",
                        COMPONENT.formatted("Evil", "<property name='x' value='" + "y".repeat(2 << 20) + "'/>")),
                new Case("properties that javac takes a minute for", Check.SIZE, "evil has 15000 properties, more than 500; put them into one",
                        COMPONENT.formatted("Evil", properties)),
                new Case("a target without end", Check.TARGET, "reference r of evil has a target that is nested more than 50 deep; write one such as (kind=disk)",
                        targeted("(!".repeat(100_000) + "(a=b)" + ")".repeat(100_000))),
                new Case("a target that is no filter", Check.TARGET, "reference r of evil has a target that is no filter, '(a=b'; write one such as (kind=disk)",
                        targeted("(a=b"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRefusedInOneLineAndByThatCheck(Case hostile) {
        byte[] xml = bytes(hostile.xml());

        assertThat(refusal(xml)).hasMessageContaining(hostile.line()).message().doesNotContain("\n");
        assertThat(ComponentXml.parse(xml, EnumSet.complementOf(EnumSet.of(hostile.check())))).singleElement()
                .extracting("implementationClassName").isEqualTo("org.example.Evil");
    }

    @Test
    void everyCheckHasAHostileDescription() {
        assertThat(cases().map(Case::check).collect(Collectors.toSet())).containsExactlyInAnyOrder(Check.values());
    }

    @Test
    void theBillionLaughsAreRefusedAtTheirFirstLine() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            laughs.append("<!ENTITY l%d \"&l%d;&l%d;\">".formatted(i, i - 1, i - 1));
        }

        assertThat(refusal(bytes(laughs + "]>" + COMPONENT.formatted("&l39;", "")))).hasMessageContaining("DOCTYPE is disallowed");
    }

    @Test
    void inclusionsAreNotFollowed(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.xml"), COMPONENT.formatted("Secret", ""));

        assertThat(ComponentXml.parse(bytes(COMPONENT.formatted("Evil", "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='" + secret.toUri() + "'/>"))))
                .singleElement().extracting("implementationClassName").isEqualTo("org.example.Evil");
    }

    @Test
    void aHundredThousandElementsInsideEachOtherEnd() {
        assertThat(refusal(bytes("<a>".repeat(100_000)))).hasMessageContaining("; write it by annotations");
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        assertThat(refusal(bytes(COMPONENT.formatted("Evil", "<property name='x' type='Integer' value='many'/>")))).isNotNull();
    }
}
