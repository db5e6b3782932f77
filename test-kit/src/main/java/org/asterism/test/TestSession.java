package org.asterism.test;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.asterism.ostd.host.TestMachine;

/** The machine of one test and what came with it. */
final class TestSession {
    private final OptionalLong seed;
    private final TestMachine machine;
    private final Services services;
    private final AllocationFaults faults;
    private final Map<Class<?>, Object> parts = new LinkedHashMap<>();

    TestSession(OstdTest options, OptionalLong seed) {
        this.seed = seed;
        TestMachine.Builder builder = TestMachine.builder().memory(options.memoryBytes()).commandLine(options.commandLine());
        seed.ifPresent(builder::randomPreemption);
        machine = builder.build();
        services = new Services();
        faults = new AllocationFaults(machine);
        Arrays.stream(options.with()).forEach(services::withClass);
        for (Object part : new Object[] {machine, services, faults, new TestClock(machine), new UserPrograms(machine, services)}) {
            parts.put(part.getClass(), part);
        }
    }

    boolean provides(Class<?> type) {
        return parts.containsKey(type) || services.provides(type);
    }

    Object get(Class<?> type) {
        Object part = parts.get(type);
        return part != null ? part : services.get(type);
    }

    /** Closes the machine; what went wrong in it without the test's notice fails the test. */
    void end(Optional<Throwable> failure) {
        String locks = null;
        try {
            faults.stop();
            services.close();
            locks = LockWitness.release();
        } finally {
            try {
                machine.close();
            } finally {
                failure.ifPresent(this::tellSeed);
            }
        }
        if (locks != null && failure.isEmpty()) {
            throw new AssertionError("the test ended with " + locks + " held; release what was taken");
        }
    }

    private void tellSeed(Throwable failure) {
        if (seed.isPresent()) {
            String text = "schedule seed " + seed.getAsLong() + "; run this schedule alone with -Dasterism.test.seed=" + seed.getAsLong();
            System.err.println(text);
            failure.addSuppressed(new AssertionError(text));
        }
    }
}
