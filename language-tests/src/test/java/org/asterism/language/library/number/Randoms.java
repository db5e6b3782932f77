package org.asterism.language.library.number;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Random numbers: the sequences that the specification fixes. */
@Covers({Random.class, SplittableRandom.class, ThreadLocalRandom.class, RandomGenerator.class})
public final class Randoms {
    private Randoms() {}

    /** Runs. */
    public static void main(String[] arguments) {
        generator(new Random(42));
        generator(new SplittableRandom(42));
        SplittableRandom parent = new SplittableRandom(7);
        Outcome.show("split", parent.split().nextLong(), parent.nextLong());
        Random random = new Random(1);
        random.setSeed(99);
        byte[] bytes = new byte[11];
        random.nextBytes(bytes);
        Outcome.show("bytes", bytes, new Random(-1).nextInt(), new Random(0).nextBoolean());
        local();
    }

    private static void generator(RandomGenerator generator) {
        StringBuilder numbers = new StringBuilder();
        for (int i = 1; i < 40; i++) {
            numbers.append(generator.nextInt()).append(' ').append(generator.nextLong()).append(' ').append(generator.nextInt(i)).append(' ').append(generator.nextBoolean()).append(' ')
                    .append(generator.nextInt(-i, i)).append(' ').append(generator.nextLong(i)).append(' ').append(generator.nextLong(-5L, i * 1_000_000_000_000L)).append(' ');
        }
        Outcome.show("numbers", numbers);
        Outcome.print("bound 0", () -> generator.nextInt(0));
        Outcome.print("bound -1", () -> generator.nextLong(-1));
        Outcome.print("empty range", () -> generator.nextInt(5, 5));
    }

    private static void local() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        boolean inside = true;
        long seen = 0;
        for (int i = 1; i < 1000; i++) {
            int bounded = random.nextInt(i);
            long ranged = random.nextLong(-i, i);
            inside &= bounded >= 0 && bounded < i && ranged >= -i && ranged < i;
            seen |= 1L << random.nextInt(64);
        }
        Outcome.show("local", inside, Long.bitCount(seen) > 60, random == ThreadLocalRandom.current());
        Outcome.run("seed", () -> random.setSeed(1));
        Outcome.run("bound", () -> random.nextInt(-3));
    }
}
