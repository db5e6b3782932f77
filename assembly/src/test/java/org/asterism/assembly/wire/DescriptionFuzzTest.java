package org.asterism.assembly.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.asterism.assembly.FuzzTries;
import org.asterism.assembly.Mutation;
import org.osgi.service.component.ComponentException;

/** Damaged and forged component descriptions: components or a refusal, never a crash. */
class DescriptionFuzzTest {
    private static final String DESCRIPTION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="org.example.Disk" immediate="true" activate="open" init="2">
              <property name="size" type="Integer" value="10"/>
              <property name="names" type="String">a
              b</property>
              <property name="ratio" type="Double" value="1.5"/>
              <service><provide interface="java.lang.Runnable"/></service>
              <reference name="log" cardinality="0..n" interface="org.example.Log" policy="dynamic" bind="addLog" unbind="removeLog" target="(a=b)"/>
              <reference name="clock" interface="org.example.Clock" parameter="1"/>
              <implementation class="org.example.Disk"/>
            </scr:component>
            """;

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        return Mutation.ofFiles();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(FuzzTries.class)
    void aDamagedDescriptionIsReadOrRefused(@ForAll("mutations") List<Mutation> mutations) {
        try {
            assertThat(ComponentXml.parse(Mutation.apply(mutations, DESCRIPTION.getBytes(StandardCharsets.UTF_8)))).isNotNull();
        } catch (ComponentException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
    }
}
