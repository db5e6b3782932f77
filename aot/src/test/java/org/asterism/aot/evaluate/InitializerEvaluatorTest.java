package org.asterism.aot.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.asterism.aot.TestWorld;
import org.asterism.aot.flow.FactSource;
import org.asterism.aot.profile.ProfileParser;
import org.asterism.aot.profile.Substitutions;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.MemberResolution;
import org.junit.jupiter.api.Test;

class InitializerEvaluatorTest {
    private final TestWorld world = new TestWorld();
    private final InitializerEvaluator evaluator = new InitializerEvaluator(world.world(), new MemberResolution(),
            FactSource.NONE, Substitutions.read(world.world(), ProfileParser.builtIn("kernel")));

    static final class Tables {
        static final int[] SQUARES = new int[5];
        static final long SHIFTED = 1L << shift() >>> 1;
        static final double HALF = 1.0 / shift();
        static final char[] LETTERS = "abc".toCharArray();
        static final boolean WIDE = Float.floatToRawIntBits(-0.0f) < 0;

        static {
            for (int i = 0; i < SQUARES.length; i++) {
                SQUARES[i] = i * i;
            }
        }

        private static int shift() {
            return Math.min(40, 50);
        }
    }

    static final class Allocating {
        static int before = 3;
        static final Object LOCK = new Object();
    }

    static final class Endless {
        static int counter;

        static {
            while (counter >= 0) {
                counter = counter + 1 & 7;
            }
        }
    }

    static final class Hoarding {
        static final byte[] FIRST = new byte[150_000];
        static final byte[] SECOND = new byte[150_000];
    }

    static final class Dividing {
        static final int VALUE = 1 / zero();

        private static int zero() {
            return 0;
        }
    }

    private Object value(Class<?> owner, String field) {
        JavaClass type = world.load(owner);
        return evaluator.evaluate(type).orElseThrow().get(type.fieldNamed(field));
    }

    private Optional<Map<JavaField, Object>> evaluate(Class<?> type) {
        return evaluator.evaluate(world.load(type));
    }

    @Test
    void loopsAndCallsAreEvaluated() {
        assertThat((int[]) value(Tables.class, "SQUARES")).containsExactly(0, 1, 4, 9, 16);
        assertThat(value(Tables.class, "SHIFTED")).isEqualTo(1L << 39);
        assertThat(value(Tables.class, "HALF")).isEqualTo(1.0 / 40);
        assertThat((char[]) value(Tables.class, "LETTERS")).containsExactly('a', 'b', 'c');
        assertThat(value(Tables.class, "WIDE")).isEqualTo(1);
    }

    @Test
    void anAllocationLeavesTheWholeInitialiserToTheImage() {
        assertThat(evaluate(Allocating.class)).isEmpty();
    }

    @Test
    void anEndlessInitialiserIsGivenUp() {
        assertThat(evaluate(Endless.class)).isEmpty();
    }

    @Test
    void anInitialiserThatHoardsArraysIsGivenUp() {
        assertThat(evaluate(Hoarding.class)).isEmpty();
    }

    @Test
    void anExceptionHappensAtRunTime() {
        assertThat(evaluate(Dividing.class)).isEmpty();
    }
}
