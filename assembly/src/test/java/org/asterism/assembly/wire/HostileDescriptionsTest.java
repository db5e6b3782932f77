package org.asterism.assembly.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.asterism.assembly.wire.ComponentXml.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    private static String implementation(byte[] xml, Set<Check> checks) {
        return ComponentXml.parse(xml, checks).get(0).getImplementationClassName();
    }

    @Test
    void entitiesAreRefusedWithTheirDocumentType() {
        byte[] xml = bytes("<!DOCTYPE x [<!ENTITY e \"Evil\">]>" + COMPONENT.formatted("&e;", ""));

        assertThat(refusal(xml)).hasMessageContaining("DOCTYPE is disallowed");
        assertThat(implementation(xml, EnumSet.of(Check.SIZE))).isEqualTo("org.example.Evil");
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
    void anEnormousDescriptionIsRefused() {
        byte[] xml = bytes(COMPONENT.formatted("Evil", "<property name='x' value='" + "y".repeat(2 << 20) + "'/>"));

        assertThat(refusal(xml)).hasMessageContaining("bytes, more than 1048576; split it");
        assertThat(implementation(xml, EnumSet.of(Check.DOCTYPE))).isEqualTo("org.example.Evil");
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

    @Test
    void namesThatWouldBecomeGeneratedSourceAreRefused() {
        for (String name : new String[] {"x&#10;System.exit(1);", "x */ static { System.exit(1); } /*", "x\\u000aSystem.exit(1);", ""}) {
            byte[] xml = bytes(COMPONENT.formatted("Evil", "").replace("name=\"evil\"", "name=\"" + name + "\""));

            assertThat(refusal(xml)).hasMessageStartingWith("it holds the name '").hasMessageEndingWith("'; write letters, digits, '_', '$', '-' and dots");
            assertThat(implementation(xml, EnumSet.complementOf(EnumSet.of(Check.NAMES)))).isEqualTo("org.example.Evil");
        }
    }

    @Test
    void targetsThatAreNoFiltersOrHaveNoEndAreRefused() {
        String reference = "<reference name='r' interface='org.example.Disk' bind='set' target='%s'/>";
        byte[] deep = bytes(COMPONENT.formatted("Evil", reference.formatted("(!".repeat(100_000) + "(a=b)" + ")".repeat(100_000))));
        byte[] none = bytes(COMPONENT.formatted("Evil", reference.formatted("(a=b")));

        assertThat(refusal(deep)).hasMessage("reference r of evil has a target that is nested more than 50 deep; write one such as (kind=disk)");
        assertThat(refusal(none)).hasMessage("reference r of evil has a target that is no filter, '(a=b'; write one such as (kind=disk)");
        assertThat(implementation(deep, EnumSet.complementOf(EnumSet.of(Check.TARGET)))).isEqualTo("org.example.Evil");
    }
}
