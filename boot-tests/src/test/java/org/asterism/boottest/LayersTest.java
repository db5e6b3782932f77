package org.asterism.boottest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.boottest.guest.Checkout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dependencies between modules flow one way, by what their class files name. */
class LayersTest {
    private static final String UNSAFE = "org.asterism.ostd.unsafe..";
    private static final String ARCH = "org.asterism.ostd.arch..";
    private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    private final JavaClasses api = classesOf("ostd-api");

    @BeforeAll
    static void lookAtNamesOnly() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private static JavaClasses classesOf(String module) {
        JavaClasses classes = IMPORTED.computeIfAbsent(module, name -> new ClassFileImporter().importPath(Checkout.root().resolve(name).resolve("target/classes")));
        assertThat(classes).as("classes of %s; build it first", module).isNotEmpty();
        return classes;
    }

    /** Folders with a pom and sources, the checkout's own and those one level below. */
    private static List<String> modules() throws IOException {
        try (Stream<Path> files = Files.walk(Checkout.root(), 3)) {
            return files.filter(file -> file.endsWith("pom.xml") && Files.isDirectory(file.resolveSibling("src/main/java")))
                    .map(file -> Checkout.root().relativize(file.getParent()).toString()).filter(name -> !name.isEmpty()).sorted().toList();
        }
    }

    private static boolean isSafe(String module) {
        return module.startsWith("service-") || module.startsWith("drivers/") || module.startsWith("examples/");
    }

    private static Set<String> packages(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A service or driver names itself, the framework's safe API, what drivers of one bus share, Java and annotations of OSGi. */
    private ArchRule usesTheSafeApiOnly(JavaClasses module) {
        List<String> allowed = new ArrayList<>(packages(api));
        allowed.addAll(packages(module));
        allowed.addAll(packages(classesOf("drivers/virtio")));
        allowed.add("java..");
        allowed.add("org.osgi..annotation..");
        allowed.add("org.osgi..annotations..");
        return classes().should().onlyDependOnClassesThat().resideInAnyPackage(allowed.toArray(String[]::new));
    }

    @Test
    void servicesAndDriversUseTheSafeApiOnly() throws IOException {
        List<String> safe = modules().stream().filter(LayersTest::isSafe).toList();
        assertThat(safe).contains("service-fs", "service-mm", "service-proc", "drivers/rtc-cmos", "examples/edu-driver");
        for (String module : safe) {
            JavaClasses classes = classesOf(module);
            usesTheSafeApiOnly(classes).check(classes);
        }
    }

    @Test
    void aModuleThatNamesTheUnsafeHalfWouldBeFound() {
        JavaClasses privileged = classesOf("ostd-impl-x86");
        assertThat(usesTheSafeApiOnly(privileged).evaluate(privileged).hasViolation()).isTrue();
        assertThat(staysOutOfTheUnsafeHalf().evaluate(privileged).hasViolation()).isTrue();
    }

    private static ArchRule staysOutOfTheUnsafeHalf() {
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(UNSAFE, ARCH);
    }

    @Test
    void onlyTheFrameworkItselfNamesUnsafePrimitivesAndTheSeamOfArchitectures() throws IOException {
        for (String module : modules()) {
            boolean isPrivileged = module.equals("ostd-core") || module.startsWith("ostd-impl-") || module.equals("ostd-program");
            if (!isPrivileged) {
                staysOutOfTheUnsafeHalf().check(classesOf(module));
            }
        }
    }

    @Test
    void theApiNeedsNothingButJava() {
        List<String> allowed = new ArrayList<>(packages(api));
        allowed.add("java..");
        allowed.add("org.osgi..annotation..");
        classes().should().onlyDependOnClassesThat().resideInAnyPackage(allowed.toArray(String[]::new)).check(api);
    }

    @Test
    void componentsTakeWhatTheyNeedByConstructorOrMethod() throws IOException {
        for (String module : modules()) {
            if (isSafe(module)) {
                fields().should().notBeAnnotatedWith("org.osgi.service.component.annotations.Reference")
                        .andShould().notBeAnnotatedWith("org.osgi.service.component.annotations.Activate").check(classesOf(module));
            }
        }
    }

    @Test
    void theAssemblerDoesNotKnowItsCommandLineAndTheCompilerNotTheAssembler() {
        noClasses().that().resideInAPackage("org.asterism.assembly..").should().dependOnClassesThat()
                .resideInAnyPackage("org.asterism.cli..", "org.asterism.host..", "org.asterism.machine..").check(classesOf("assembly"));
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.asterism.assembly..", "org.asterism.cli..").check(classesOf("aot"));
    }
}
