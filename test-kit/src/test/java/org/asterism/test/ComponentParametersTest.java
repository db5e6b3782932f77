package org.asterism.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests wire components as a kernel does: every cardinality, and properties with their defaults. */
class ComponentParametersTest {
    /** Properties of {@link Wide}. */
    public @interface Config {
        /** Has a default. */
        int size() default 10;

        /** Has none. */
        String name();

        /** Has none either. */
        int[] numbers();
    }

    /** A component with parameters of all kinds. */
    public static final class Wide {
        private final String seen;

        /** Sees all. */
        public Wide(Optional<Counter> one, Optional<Runnable> none, Collection<Counter> some, List<Runnable> nobody, Map<String, Object> properties, Config config) {
            seen = one.isPresent() + " " + none.isPresent() + " " + some.size() + " " + nobody.size() + " " + properties + " " + config.size() + " "
                    + config.name() + " " + config.numbers().length;
        }
    }

    @Test
    void aConstructorGetsServicesOfEveryCardinalityAndDefaultProperties() {
        Components components = new Components().with(new TickingCounter()).withClass(Wide.class);

        assertThat(components.get(Wide.class).seen).isEqualTo("true false 1 0 {size=10} 10 null 0");
    }
}
