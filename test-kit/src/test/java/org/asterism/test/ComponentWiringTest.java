package org.asterism.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/** The rules by which the assembler wires components ({@code ActivationTest} there) hold in a test, too. */
class ComponentWiringTest {
    private static final List<String> LINES = new ArrayList<>();

    /** What is wired. */
    public interface Device {
        /** Which. */
        String name();
    }

    /** Ranks first. */
    @Component(property = {"service.ranking:Integer=1", "kind=a"})
    public static final class One implements Device {
        /** Made by the kit. */
        public One() { }

        @Override
        public String name() {
            return "one";
        }

        /** Ends last. */
        @Deactivate
        public void close() {
            LINES.add("close one");
        }
    }

    /** Ranks second, and is no device by its supertype alone. */
    @Component(property = "kind=b")
    public static final class Two implements Device {
        /** Made by the kit. */
        public Two() { }

        @Override
        public String name() {
            return "two";
        }
    }

    /** Provides itself only. */
    @Component(service = Shy.class)
    public static final class Shy implements Device {
        /** Made by the kit. */
        public Shy() { }

        @Override
        public String name() {
            return "shy";
        }
    }

    /** Speeds. */
    public enum Mode { SLOW, FAST }

    /** Properties of {@link Entry}. */
    public @interface Config {
        /** A number. */
        int size() default 10;

        /** Several texts. */
        String[] names() default {"a", "b"};

        /** A constant. */
        Mode mode() default Mode.SLOW;

        /** A hyphen and a dot. */
        long with$_$dash_dot() default 7;

        /** Without default. */
        boolean quick();
    }

    /** Takes everything in every way. */
    @Component(service = Entry.class, property = "color=red")
    public static final class Entry {
        private final String constructed;

        /** Constructor injection. */
        @Activate
        public Entry(@Reference(target = "(kind=b)") Device second, @Reference Device best, @Reference(target = "(kind=z)") Optional<Device> none,
                @Reference(cardinality = ReferenceCardinality.OPTIONAL, target = "(kind=z)") Device nothing, @Reference List<Device> all,
                Map<String, Object> properties) {
            constructed = second.name() + " " + best.name() + " " + none.isPresent() + " " + nothing + " " + all.size() + all.get(0).name() + " "
                    + properties.get("color") + properties.get("size");
        }

        /** A bind method of one. */
        @Reference(name = "favourite")
        public void setFavourite(Device device) {
            LINES.add("favourite " + device.name());
        }

        /** A bind method of several. */
        @Reference(cardinality = ReferenceCardinality.MULTIPLE)
        public void addDevice(Device device, Map<String, Object> properties) {
            LINES.add("add " + device.name() + " of kind " + properties.get("kind"));
        }

        /** Comes after all references. */
        @Activate
        public void open(Config config) {
            LINES.add("open " + config.size() + List.of(config.names()) + config.mode() + config.with$_$dash_dot() + config.quick());
        }

        /** Ends first. */
        @Deactivate
        public void end(Map<String, Object> properties) {
            LINES.add("end " + properties.get("size"));
        }
    }

    /** Makes objects. */
    @Component(factory = "makers", service = Maker.class)
    public static final class Maker {
        /** Made by nobody. */
        public Maker() { }
    }

    /** Has a field to be set. */
    @Component(service = Fielded.class)
    public static final class Fielded {
        @Reference
        private Device device;

        /** Made by nobody. */
        public Fielded() { }

        Device device() {
            return device;
        }
    }

    /** Has a method that only the class itself could call. */
    @Component(service = Hidden.class)
    public static final class Hidden {
        /** Made by nobody. */
        public Hidden() { }

        @Deactivate
        void close() { }
    }

    /** Wants what no property is. */
    @Component(service = Classy.class)
    public static final class Classy {
        /** Of which one element is a class. */
        public @interface Kinds {
            /** No property. */
            Class<?> kind() default Object.class;
        }

        /** Made by nobody. */
        @Activate
        public Classy(Kinds kinds) { }
    }

    /** Has a number with a fraction. */
    @Component(service = Measured.class)
    public static final class Measured {
        private final double factor;

        /** With that number. */
        public @interface Measure {
            /** A number. */
            double factor() default 1.5;
        }

        /** Sees it. */
        @Activate
        public Measured(Measure measure) {
            factor = measure.factor();
        }
    }

    private static Components components() {
        LINES.clear();
        return new Components().bundle(ComponentWiringTest.class);
    }

    @Test
    void everyKindOfReferencePropertyAndMethodIsWired() {
        try (Components components = components()) {
            assertThat(components.get(Entry.class).constructed).isEqualTo("two one false null 2one red10");
        }

        assertThat(LINES).containsExactlyInAnyOrder("favourite one", "add one of kind a", "add two of kind b", "open 10[a, b]SLOW7false", "end 10", "close one")
                .containsSubsequence("add one of kind a", "add two of kind b", "open 10[a, b]SLOW7false", "end 10", "close one");
    }

    @Test
    void configurationIsTypedAndMayReplaceTargetAndRanking() {
        String entry = Entry.class.getName();
        try (Components components = components().configure(entry, "size", "-3").configure(entry, "names", "c, d").configure(entry, "mode", "FAST")
                .configure(entry, "with-dash.dot", 9L).configure(entry, "quick", "true").configure(entry, "favourite.target", "(kind=b)")
                .configure(Two.class.getName(), "service.ranking", "5")) {
            assertThat(components.get(Entry.class).constructed).isEqualTo("two two false null 2two red-3");
            assertThat(LINES).contains("favourite two", "open -3[c, d]FAST9true");
        }
    }

    @Test
    void whatAKernelRefusesIsRefused() {
        assertThatThrownBy(() -> components().get(Maker.class)).hasMessageEndingWith("is a component factory, which a kernel does not have;"
                + " provide a service that makes objects");
        assertThatThrownBy(() -> components().get(Fielded.class)).hasMessageEndingWith("wants field device set for reference device;"
                + " take it in the constructor or a public bind method");
        assertThatThrownBy(() -> components().get(Hidden.class)).hasMessageEndingWith("Hidden.close must be one public method, and there are 0 of that name;"
                + " make one public");
        assertThatThrownBy(() -> components().configure(Entry.class.getName(), "size", "ten").get(Entry.class)).isInstanceOf(IllegalStateException.class)
                .hasMessage("the test sets size of " + Entry.class.getName() + " to 'ten', which is no Integer");
        assertThatThrownBy(() -> components().configure(Measured.class.getName(), "fackter", "10").get(Measured.class))
                .hasMessage("the test sets fackter of " + Measured.class.getName() + ", which has no such property; it has [factor]");
        assertThatThrownBy(() -> components().get(Classy.class)).hasMessage(Classy.class.getName() + " takes property kind as a java.lang.Class;"
                + " a kernel knows numbers, truth values, characters, strings, enums of the bundle, and arrays of these");
        assertThatThrownBy(() -> components().configure(Measured.class.getName(), "factor", "1e400").get(Measured.class))
                .hasMessageEndingWith(" to '1e400', which is no Double");
        assertThat(components().configure(Measured.class.getName(), "factor", " 2.25 ").get(Measured.class).factor).isEqualTo(2.25);
    }

    @Test
    void aDoubleStandsBeforeAllOthers() {
        Device mock = () -> "mock";
        try (Components components = components().with(mock)) {
            assertThat(components.get(Device.class).name()).isEqualTo("mock");
        }
    }
}
