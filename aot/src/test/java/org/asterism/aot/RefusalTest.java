package org.asterism.aot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.util.List;
import org.asterism.aot.programs.RefusedProgram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static List<Offender> offenders;
    private static CompilationRequest request;

    @BeforeAll
    static void compile() {
        request = TestRequest.of(RefusedProgram.class, "kernel");
        offenders = catchThrowableOfType(LinkageException.class, () -> Compiler.compile(request)).offenders();
    }

    private static Offender offender(String member) {
        return offenders.stream().filter(each -> each.member().startsWith(member)).findFirst().orElseThrow();
    }

    @Test
    void everyOffenderIsListedAtOnce() {
        assertThat(offenders).extracting(Offender::bundle).containsOnly("test");
        assertThat(offenders).extracting(Offender::member).anyMatch(member -> member.startsWith("java.lang.String.format"))
                .anyMatch(member -> member.startsWith("java.util.regex.Pattern.compile"))
                .anyMatch(member -> member.startsWith("java.io.File"));
    }

    @Test
    void theShortestPathEndsAtTheCaller() {
        String program = RefusedProgram.class.getName();
        assertThat(offender("java.lang.String.format").path())
                .containsExactly(program + ".main([Ljava/lang/String;)V", program + ".formats()V");
    }

    @Test
    void nativeMethodsOfBundlesAreRefused() {
        assertThat(offender(RefusedProgram.class.getName() + ".counts").reason()).isEqualTo("is native");
    }

    @Test
    void nativeMethodsOfTheLibraryAreRefusedByTheMembersThatBundlesCall() {
        for (String called : List.of("java.lang.Class.getDeclaredMethods()", "java.lang.Class.getDeclaredMethod(")) {
            assertThat(offender(called).line()).contains("needs java.lang.Class.getDeclaredMethods0(Z)", "which is native; reflection is not linked; name",
                    RefusedProgram.class.getName() + ".reflects()V -> " + called);
        }
        assertThat(offenders).extracting(Offender::member).noneMatch(member -> member.startsWith("java.lang.Class.getDeclaredMethods0"));
    }

    @Test
    void membersThatAreNotPublishedAreRefusedIfTheyLeadToWhatIsCut() {
        assertThat(offender("java.nio.ByteBuffer.allocateDirect").line()).contains("needs java.nio.DirectByteBuffer.<init>(I)V, which is cut", "use an untyped frame");
    }

    @Test
    void everyMissingClassOfAMethodIsNamed() {
        assertThat(offenders).extracting(Offender::reason).contains("class org.objectweb.asm.Type is not in bundle test nor in a bundle wired to it",
                "class org.objectweb.asm.Opcodes is not in bundle test nor in a bundle wired to it");
    }

    @Test
    void privilegedPrimitivesAreRefusedToOrdinaryBundles() {
        assertThat(offender("org.asterism.ostd.unsafe.Address").line())
                .contains("is privileged and bundle test is not", "use the safe API");
    }

    @Test
    void handlesAreRefusedWhatTheirVariablesDoNotTake() {
        assertThat(offenders).extracting(Offender::line)
                .anyMatch(line -> line.contains("VarHandle.set") && line.contains("is not one of java.lang.Object; cast the object"))
                .anyMatch(line -> line.contains("no instruction updates a double; use compareAndSet in a loop"));
    }

    @Test
    void handlesAreRefusedThatAreNotKept() {
        assertThat(offenders).extracting(Offender::line)
                .anyMatch(line -> line.contains("VarHandle: is made in") && line.contains("keepsNoHandle()V and not kept; keep it in a static final field"));
    }

    @Test
    void nothingIsWritten() {
        assertThat(Files.exists(request.output())).isFalse();
    }
}
