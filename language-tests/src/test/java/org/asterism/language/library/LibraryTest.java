package org.asterism.language.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.aot.LinkageException;
import org.asterism.aot.Optimization;
import org.asterism.aot.profile.PublishedProfile;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.Machine;
import org.asterism.language.batch.OnMachines;
import org.asterism.language.library.base.Functions;
import org.asterism.language.library.base.Objectivity;
import org.asterism.language.library.base.Throwables;
import org.asterism.language.library.buffer.Buffers;
import org.asterism.language.library.buffer.ByteStreams;
import org.asterism.language.library.collection.Helpers;
import org.asterism.language.library.collection.Legacy;
import org.asterism.language.library.collection.Lists;
import org.asterism.language.library.collection.Maps;
import org.asterism.language.library.collection.Queues;
import org.asterism.language.library.collection.Sets;
import org.asterism.language.library.collection.Spliteration;
import org.asterism.language.library.concurrent.Atomics;
import org.asterism.language.library.concurrent.Blocking;
import org.asterism.language.library.concurrent.Locking;
import org.asterism.language.library.format.Formats;
import org.asterism.language.library.format.Patterns;
import org.asterism.language.library.format.Writers;
import org.asterism.language.library.number.BigNumbers;
import org.asterism.language.library.number.Bits;
import org.asterism.language.library.number.Codes;
import org.asterism.language.library.number.Doubles;
import org.asterism.language.library.number.Integers;
import org.asterism.language.library.number.Randoms;
import org.asterism.language.library.stream.Streams;
import org.asterism.language.library.text.Builders;
import org.asterism.language.library.text.Characters;
import org.asterism.language.library.text.Encodings;
import org.asterism.language.library.text.Strings;
import org.asterism.language.library.time.Times;
import org.junit.jupiter.api.Test;

/** Every class of the published profiles does what it does on HotSpot. */
class LibraryTest {
    private static final Class<?>[] KERNEL = {Throwables.class, Functions.class, Objectivity.class, Integers.class, Bits.class, Codes.class, Randoms.class, Buffers.class,
        ByteStreams.class, Lists.class, Queues.class, Sets.class, Maps.class, Helpers.class, Spliteration.class, Strings.class, Builders.class, Characters.class, Encodings.class,
        Atomics.class};
    private static final Class<?>[] FULL = {Formats.class, Patterns.class, Writers.class, Doubles.class, BigNumbers.class, Times.class, Streams.class, Legacy.class, Locking.class,
        Blocking.class};
    private static final int MEGABYTES = 128;

    @OnMachines(usually = Machine.LINUX_PROCESS, alsoOn = {Machine.BARE_X86_64, Machine.BARE_RISCV64})
    void kernelProgramsPrintWhatHotSpotPrints(Machine machine) throws Exception {
        compare(machine, Batch.of("library-kernel", "language", KERNEL));
    }

    @OnMachines(usually = Machine.LINUX_PROCESS, alsoOn = {Machine.BARE_X86_64, Machine.BARE_RISCV64})
    void fullProgramsPrintWhatHotSpotPrints(Machine machine) throws Exception {
        compare(machine, Batch.of("library-full", "full", FULL));
    }

    /** What is compared is the library; compiling all of it with {@code -O2} would take two minutes. */
    private static void compare(Machine machine, Batch batch) throws IOException, LinkageException {
        assertThat(batch.without(Set.of(Optimization.C_OPTIMIZATION)).on(machine, MEGABYTES).differencesFrom(batch.onHotSpot())).isEmpty();
    }

    @Test
    void programsCoverEveryClassOfKernelAndNoneOutside() {
        assertThat(covered(KERNEL)).isEqualTo(new TreeSet<>(PublishedProfile.named("kernel").classes().keySet()));
    }

    @Test
    void programsCoverEveryClassThatFullAddsAndNoneOutside() {
        Set<String> added = new TreeSet<>(PublishedProfile.named("full").classes().keySet());
        added.removeAll(PublishedProfile.named("kernel").classes().keySet());
        assertThat(covered(FULL)).isEqualTo(added);
    }

    private static Set<String> covered(Class<?>[] programs) {
        return Stream.of(programs).flatMap(program -> Arrays.stream(program.getAnnotation(Covers.class).value())).map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
