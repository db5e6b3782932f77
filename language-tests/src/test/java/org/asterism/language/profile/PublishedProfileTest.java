package org.asterism.language.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.aot.CompilationRequest;
import org.asterism.aot.CompilationRequest.BundleInput;
import org.asterism.aot.Compiler;
import org.asterism.aot.Exploration;
import org.asterism.aot.LinkageException;
import org.asterism.aot.Offender;
import org.asterism.aot.profile.PublishedProfile;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.Machine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedProfileTest {
    private static final Path PAGE = Path.of("..", "docs", "profiles.md");
    private static final Path WRITTEN = Path.of("target", "profiles.md");

    @TempDir
    private static Path folder;

    private static final Map<String, Exploration> EXPLORED = new TreeMap<>();

    @BeforeAll
    static void explore() throws IOException, LinkageException, ClassNotFoundException {
        for (String name : PublishedProfile.NAMES) {
            Path every = folder.resolve(name);
            EveryMember.write(PublishedProfile.named(name), every);
            CompilationRequest like = Batch.of("every-" + name, name).request(Machine.LINUX_PROCESS);
            List<BundleInput> bundles = new ArrayList<>(like.bundles());
            bundles.add(new BundleInput("every", every, false, Map.of()));
            EXPLORED.put(name, Compiler.explore(new CompilationRequest(bundles, EveryMember.MAIN, like.target(), name, like.output(),
                    like.cache(), 1, line -> { })));
        }
    }

    @Test
    void everyMemberOfKernelLinks() {
        assertThat(EXPLORED.get("kernel").offenders()).extracting(Offender::line).isEmpty();
    }

    @Test
    void everyMemberOfFullLinks() {
        assertThat(EXPLORED.get("full").offenders()).extracting(Offender::line).isEmpty();
    }

    @Test
    void fullHoldsAllOfKernel() {
        assertThat(PublishedProfile.named("full").classes().keySet()).containsAll(PublishedProfile.named("kernel").classes().keySet());
    }

    @Test
    void thePageSaysWhatTheProfilesAre() throws IOException {
        String page = ProfilePage.of(EXPLORED);
        Files.writeString(WRITTEN, page);
        assertThat(Files.readString(PAGE)).as("docs/profiles.md is stale; copy language-tests/%s over it", WRITTEN).isEqualTo(page);
    }
}
