/**
 * Tests of services and drivers on a simulated machine: a method marked {@link org.asterism.test.OstdTest} gets the machine, its
 * clock, ways to make allocations fail, scripted user programs, and services by the contracts they implement, as parameters.
 *
 * <pre>{@code
 * import static org.asterism.test.OstdAssertions.*;
 *
 * class ClockTest {
 *     @OstdTest
 *     void secondsPass(RealTimeClock clock, TestClock time) {
 *         long before = clock.realTimeNanos();
 *         time.advance(Duration.ofSeconds(3));
 *         assertThat(clock.realTimeNanos() - before).isEqualTo(3_000_000_000L);
 *     }
 * }
 * }</pre>
 *
 * <p>Each test has a machine of its own ({@link org.asterism.ostd.host.TestMachine}), which is closed after it; a test that ends with locks
 * held, or during which a task failed, fails. Components are made when a parameter first asks for them.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.test;
