package org.asterism.assembly;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** {@code -Dasterism.fuzz.tries=N} makes every fuzzed property try N inputs instead of its own few, and others each time. */
public final class FuzzTries implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        Integer tries = Integer.getInteger("asterism.fuzz.tries");
        if (tries != null) {
            context.attributes().setTries(tries);
        }
        return property.execute();
    }

    @Override
    public int aroundPropertyProximity() {
        return -100;
    }
}
