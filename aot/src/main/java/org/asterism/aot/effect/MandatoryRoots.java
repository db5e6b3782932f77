package org.asterism.aot.effect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.asterism.aot.Offender;
import org.asterism.aot.world.Annotations;
import org.asterism.aot.world.Bundle;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.World;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * The methods that must state what they do not do, whoever wrote them: a list of lines {@code @Statement bundle class.method} and
 * {@code @Statement syscall name}. A root whose bundle is in the image must be there and make its statement.
 */
public final class MandatoryRoots {
    private static final String LIST = "/org/asterism/aot/mandatory-roots.txt";
    private static final String SYSCALL = "org/asterism/kernel/syscall/Syscall";

    private record Root(Statement statement, String bundle, String member) {
        boolean isSyscall() {
            return bundle.equals("syscall");
        }
    }

    private final List<Root> roots = new ArrayList<>();

    MandatoryRoots(String text) {
        for (String line : text.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.trim().split("\\s+");
                Statement statement = words.length == 3 ? Statement.named(words[0].substring(1)) : null;
                if (statement == null) {
                    throw new IllegalStateException("not a mandatory root: " + line + "; write @Statement bundle class.method");
                }
                roots.add(new Root(statement, words[1], words[2]));
            }
        }
    }

    /** The list of this compiler. */
    static MandatoryRoots builtIn() {
        try (InputStream stream = MandatoryRoots.class.getResourceAsStream(LIST)) {
            return new MandatoryRoots(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The roots as statement and member. */
    List<String> names() {
        return roots.stream().map(root -> root.statement() + " " + root.member()).toList();
    }

    /** One offender for each root that is gone from its bundle, or does not make its statement. */
    List<Offender> missing(World world, Collection<JavaMethod> reached) {
        List<Offender> offenders = new ArrayList<>();
        for (Root root : roots) {
            if (root.isSyscall()) {
                checkSyscall(root, reached, offenders);
            } else {
                for (Bundle bundle : world.bundles()) {
                    if (bundle.name().equals(root.bundle())) {
                        checkMember(root, world, bundle, offenders);
                    }
                }
            }
        }
        return offenders;
    }

    private static void checkSyscall(Root root, Collection<JavaMethod> reached, List<Offender> offenders) {
        for (JavaMethod method : reached) {
            AnnotationNode call = method.annotation(SYSCALL);
            if (call != null && root.member().equals(Annotations.value(call, "value"))) {
                require(root, method, "handles the system call " + root.member() + " and", offenders);
            }
        }
    }

    private static void checkMember(Root root, World world, Bundle bundle, List<Offender> offenders) {
        int dot = root.member().lastIndexOf('.');
        String className = root.member().substring(0, dot).replace('.', '/');
        List<JavaMethod> methods = List.of();
        if (bundle.classes().read(className + ".class").isPresent()) {
            JavaClass owner = world.load(bundle, className);
            methods = owner.methodsNamed(root.member().substring(dot + 1));
        }
        if (methods.isEmpty()) {
            offenders.add(new Offender(bundle.name(), root.member(), "is a mandatory root of " + root.statement()
                    + " and is not there", "correct the compiler's list of mandatory roots", List.of()));
        }
        methods.forEach(method -> require(root, method, "is a mandatory root and", offenders));
    }

    private static void require(Root root, JavaMethod method, String why, List<Offender> offenders) {
        if (!root.statement().isMadeBy(method)) {
            offenders.add(new Offender(method.owner().bundle().name(), method.toString(), why + " does not state "
                    + root.statement(), "annotate it", List.of()));
        }
    }
}
