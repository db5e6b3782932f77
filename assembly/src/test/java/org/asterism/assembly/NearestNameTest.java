package org.asterism.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which misspelt names are recognised. */
class NearestNameTest {
    private static final List<String> MANY = List.of("brk", "dup", "link", "mmap", "open", "openat", "pipe", "read", "sync", "time", "wait");

    @Test
    void halfOfANameMayDiffer() {
        assertThat(NearestName.hint("bkr", MANY)).isEqualTo("; nearest is brk");
        assertThat(NearestName.hint("opneat", MANY)).isEqualTo("; nearest is openat");
    }

    @Test
    void ofManyNamesNoneIsNearWhatIsLikeNone() {
        assertThat(NearestName.hint("xyz", MANY)).isEmpty();
        assertThat(NearestName.hint("colour", MANY)).isEmpty();
    }

    @Test
    void ofFewNamesOneIsAlwaysTold() {
        assertThat(NearestName.hint("xyz", List.of("brk", "dup"))).isEqualTo("; nearest is brk");
    }
}
