package org.asterism.ostd.power;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.failure.FailureReport;
import org.asterism.ostd.sync.Mutex;

/** What is to be done before a machine is turned off: what began last ends first. Context: task. */
public final class Endings {
    private record Step(String name, Ending ending) {
    }

    private final Mutex lock = new Mutex();
    private final List<Step> steps = new ArrayList<>(0);

    /** Nothing yet. */
    public Endings() {
    }

    void add(String name, Ending ending) {
        try (var held = lock.lock()) {
            steps.add(new Step(name, ending));
        }
    }

    /** Each step is taken off before it runs, so that an ending which turns the machine off itself does not run again. */
    void run() {
        for (Step step = take(); step != null; step = take()) {
            try {
                step.ending().end();
            } catch (Throwable failure) {
                FailureReport.contain("the ending of " + step.name(), failure);
            }
        }
    }

    private Step take() {
        try (var held = lock.lock()) {
            return steps.isEmpty() ? null : steps.remove(steps.size() - 1);
        }
    }
}
