package org.asterism.service.fs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.abi.OpenFlags;

/** Sequences of operations on names and data do what they do in a simple model of a file system, errors included. */
class ModelTest {
    private enum Kind { CREATE, APPEND, TRUNCATE, MKDIR, UNLINK, RMDIR, RENAME, NO_REPLACE, EXCHANGE, LINK, OPEN, CLOSE }

    private record Step(Kind kind, String path, String other, int size) {
    }

    @Provide
    Arbitrary<Step> steps() {
        Arbitrary<String> names = Arbitraries.of("a", "b", "c");
        Arbitrary<String> paths = names.list().ofMinSize(1).ofMaxSize(3).map(parts -> "/t/" + String.join("/", parts));
        return Combinators.combine(Arbitraries.of(Kind.values()), paths, paths, Arbitraries.integers().between(0, 9000))
                .as(Step::new);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void operationsMatchTheModel(@ForAll("stepLists") List<Step> steps) {
        try (TestKernel kernel = new TestKernel()) {
            kernel.call("mkdir", kernel.text("/t"), 0755);
            ModelTree model = new ModelTree();
            for (Step step : steps) {
                long actual = apply(kernel, step);
                long expected = apply(model, step);
                assertThat(actual).as("%s", step).isEqualTo(expected);
            }
            compare(kernel, "/t", model.find("/t"));
        }
    }

    @Provide
    Arbitrary<List<Step>> stepLists() {
        return steps().list().ofMinSize(1).ofMaxSize(60);
    }

    private static long apply(TestKernel kernel, Step step) {
        String path = step.path();
        return switch (step.kind()) {
            case CREATE -> close(kernel, kernel.open(path, OpenFlags.O_WRONLY | OpenFlags.O_CREAT | OpenFlags.O_EXCL));
            case APPEND -> {
                int file = kernel.open(path, OpenFlags.O_WRONLY | OpenFlags.O_APPEND);
                if (file >= 0) {
                    kernel.write(file, "x".repeat(step.size()));
                }
                yield close(kernel, file);
            }
            case TRUNCATE -> kernel.call("truncate", kernel.text(path), step.size());
            case MKDIR -> kernel.call("mkdir", kernel.text(path), 0755);
            case UNLINK -> kernel.call("unlink", kernel.text(path));
            case RMDIR -> kernel.call("rmdir", kernel.text(path));
            case RENAME -> rename(kernel, step, 0);
            case NO_REPLACE -> rename(kernel, step, AtFlags.RENAME_NOREPLACE);
            case EXCHANGE -> rename(kernel, step, AtFlags.RENAME_EXCHANGE);
            case LINK -> kernel.call("link", kernel.text(path), kernel.text(step.other()));
            case OPEN -> Math.min(0, kernel.open(path, OpenFlags.O_RDONLY));
            case CLOSE -> {
                kernel.call("close", step.size() % 8);
                yield 0;
            }
        };
    }

    private static long rename(TestKernel kernel, Step step, int flags) {
        return kernel.call("renameat2", AtFlags.AT_FDCWD, kernel.text(step.path()), AtFlags.AT_FDCWD,
                kernel.text(step.other()), flags);
    }

    private static long close(TestKernel kernel, int file) {
        return file < 0 ? file : kernel.call("close", file);
    }

    private static long apply(ModelTree model, Step step) {
        return switch (step.kind()) {
            case CREATE -> model.create(step.path(), false);
            case APPEND -> model.append(step.path(), step.size());
            case TRUNCATE -> model.truncate(step.path(), step.size());
            case MKDIR -> model.create(step.path(), true);
            case UNLINK -> model.remove(step.path(), false);
            case RMDIR -> model.remove(step.path(), true);
            case RENAME -> model.rename(step.path(), step.other(), 0);
            case NO_REPLACE -> model.rename(step.path(), step.other(), AtFlags.RENAME_NOREPLACE);
            case EXCHANGE -> model.rename(step.path(), step.other(), AtFlags.RENAME_EXCHANGE);
            case LINK -> model.link(step.path(), step.other());
            case OPEN -> model.open(step.path());
            case CLOSE -> 0;
        };
    }

    private static void compare(TestKernel kernel, String path, ModelTree.Node node) {
        boolean isDirectory = (kernel.mode(path) & FileMode.S_IFMT) == FileMode.S_IFDIR;
        assertThat(isDirectory).as(path).isEqualTo(node.isDirectory());
        assertThat(kernel.links(path)).as("links of %s", path).isEqualTo(node.links());
        if (!isDirectory) {
            assertThat(kernel.content(path)).as(path).isEqualTo(node.content());
            return;
        }
        TreeSet<String> names = new TreeSet<>(kernel.list(path, 128));
        names.remove(".");
        names.remove("..");
        assertThat(names).as(path).isEqualTo(new TreeSet<>(node.children().keySet()));
        node.children().forEach((name, child) -> compare(kernel, path + "/" + name, child));
    }
}
