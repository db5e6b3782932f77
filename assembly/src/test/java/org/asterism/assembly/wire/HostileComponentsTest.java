package org.asterism.assembly.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.asterism.assembly.Descriptors;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.resolve.KernelResolver;
import org.asterism.assembly.wire.BootWriter.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Components that generated code cannot rightly construct: refused by their rule, and without it through, or refused by javac. */
class HostileComponentsTest extends WiredService {
    /** What javac says of generated code is told in one line that begins so. */
    private static final String JAVAC = "the generated boot code does not compile, ";
    private static final Set<Rule> LEFT_TO_JAVAC = EnumSet.of(Rule.INSTANTIABLE, Rule.NAME, Rule.PLACE);

    private void description(String implementation, String attributes, String references) {
        service.afterPacking("OSGI-INF/org.example.service.Hostile.xml", ("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"hostile\""
                + attributes + "><implementation class=\"org.example.service." + implementation + "\"/><service><provide interface=\"org.example.service.Hostile\"/>"
                + "</service>" + references + "</scr:component>").getBytes(StandardCharsets.UTF_8));
    }

    private void forged(String name) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "org/example/service/" + name, null, "org/example/service/Hostile", null);
        var code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "org/example/service/Hostile", "<init>", "()V", false);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(1, 1);
        code.visitEnd();
        service.afterPacking("org/example/service/" + name + ".class", writer.toByteArray());
    }

    private void hostile(String members) {
        service.source("org.example.service.Hostile", "import org.osgi.service.component.annotations.*; import java.util.*;\n"
                + "@Component(service = Hostile.class) public class Hostile {" + members + "}");
    }

    /** Builds the component that breaks a rule; returns what the refusal says. */
    private String breaking(Rule rule) {
        entry("@Activate public Entry(@Reference Hostile hostile) { } public void start() { }");
        switch (rule) {
            case INSTANTIABLE:
                service.source("org.example.service.Hostile", "import org.osgi.service.component.annotations.*;\n@Component(service = Hostile.class) public class Hostile { }");
                service.source("org.example.service.Inside", "class Inside extends Hostile { public Inside() { } }");
                description("Inside", "", "");
                return "component class org.example.service.Inside is not a public, concrete class";
            case NAME:
                hostile("");
                forged("int");
                description("int", "", "");
                return "component class org.example.service.int has a name that generated source cannot have";
            case PLACE:
                hostile("");
                forged("Hostile$Ghost");
                description("Hostile$Ghost", "", "");
                return "component class org.example.service.Hostile$Ghost has a dollar in its name";
            case CONSTRUCTOR:
                hostile("public Hostile(List<Device> one) { } @Activate public Hostile(@Reference(cardinality = ReferenceCardinality.MULTIPLE) Collection<Device> other) { }");
                return "component class org.example.service.Hostile has 2 public constructors with 1 parameters";
            case SERVICE:
                hostile("");
                service.source("org.example.service.Fake", "public class Fake { }");
                description("Fake", "", "");
                entry("@SuppressWarnings(\"rawtypes\") @Activate public Entry(@Reference(service = Hostile.class) List all) { } public void start() { }");
                return "component class org.example.service.Fake does not implement org.example.service.Hostile";
            case PARAMETER:
                service.source("org.example.service.Hostile", "import org.osgi.service.component.annotations.*;\n@Component(service = Hostile.class) public class Hostile {"
                        + " public Hostile() { } public Hostile(String device) { } }");
                description("Hostile", " init=\"1\"", "<reference name=\"device\" interface=\"org.example.service.Device\" cardinality=\"0..1\" parameter=\"0\"/>");
                return "takes 0..1 org.example.service.Device as java.lang.String";
            case BIND:
                hostile("@Reference(cardinality = ReferenceCardinality.OPTIONAL) void setDevice(Device device) { }");
                return "org.example.service.Hostile.setDevice is not one public method that Java can name";
            default:
                hostile("@Activate public void open() { } public void open(Map<String, Object> properties) { }");
                return "org.example.service.Hostile.open must be one public method, and there are 2 of that name";
        }
    }

    private List<String> lines(Set<Rule> rules) {
        try {
            KernelWiring.wire(KernelResolver.resolve(Descriptors.of(folder, "-runrequires: bnd.identity;id=org.example.service,"
                    + " bnd.identity;id=org.asterism.ostd.core\n-ostd-privileged: org.asterism.ostd.core\n"), BundlePool.of(List.of(api, core, service.in(folder)))), rules);
            return List.of();
        } catch (RefusedException e) {
            return e.reasons();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedInOneLineAndByThatRule(Rule rule) {
        String line = breaking(rule);
        assertThat(lines(EnumSet.allOf(Rule.class))).singleElement().asString().contains(line);

        List<String> without = lines(EnumSet.complementOf(EnumSet.of(rule)));
        if (LEFT_TO_JAVAC.contains(rule)) {
            assertThat(without).singleElement().asString().startsWith(JAVAC);
        } else {
            assertThat(without).isEmpty();
        }
    }
}
