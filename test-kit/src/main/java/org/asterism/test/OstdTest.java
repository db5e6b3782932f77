package org.asterism.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test a simulated machine. On a method it stands in place of {@code @Test}; on a class it gives a machine to each of its tests of
 * whatever kind, {@code @Test} and {@code @ParameterizedTest} among them, and sets their options.
 *
 * <p>Parameters of the test, and of {@code @BeforeEach} and {@code @AfterEach} methods, may be {@link org.asterism.ostd.host.TestMachine},
 * {@link TestClock}, {@link AllocationFaults}, {@link UserPrograms}, {@link Services}, or any contract or class that exactly one component
 * on the class path provides.
 */
@Documented
@Inherited
@TestTemplate
@ExtendWith(OstdExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OstdTest {
    /**
     * How much physical memory the machine has.
     *
     * @return bytes, a multiple of 4096
     */
    long memoryBytes() default 64L << 20;

    /**
     * The kernel's command line.
     *
     * @return words as a boot loader passes them
     */
    String commandLine() default "";

    /**
     * Test doubles: classes that take part in the wiring as components and stand in for others that provide the same contract. Components on the class path, those of the
     * test itself included, need not be named.
     *
     * @return classes with one public constructor each
     */
    Class<?>[] with() default {};

    /**
     * How many schedules a method is run under; each preempts tasks at other points. With 0 it runs once, and tasks switch only where they
     * wait, yield, or have used up their time. The seed of a run that fails is told, and {@code -Dasterism.test.seed=SEED} runs that one alone.
     *
     * @return not negative; above 1 on methods only
     */
    int schedules() default 0;

    /**
     * The seed of the first schedule; the next one has the next number.
     *
     * @return any number
     */
    long firstSeed() default 1;
}
