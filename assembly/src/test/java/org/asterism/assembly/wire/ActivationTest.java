package org.asterism.assembly.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What components are given besides services, and how they begin and end. */
class ActivationTest extends WiredService {
    private static final String EVERYTHING = """
            @interface Config { int size() default 10; long most() default 1L << 40; boolean quick() default true; char mark() default 'x';
                byte small() default 1; short middle() default 2; float ratio() default 0.5f; double factor() default 2.5;
                String[] names() default {"a", "b"}; int[] sizes() default {}; Mode mode() default Mode.SLOW; String not_set();
                String with$_$dash() default "-"; int none(); }
            enum Mode { SLOW, FAST }
            """;

    @Test
    void propertiesAreShownAsTheAnnotationThatTheConstructorTakes() throws Exception {
        entry(EVERYTHING + """
                @Activate public Entry(Config config) {
                    Log.LINES.add(config.size() + " " + config.most() + " " + config.quick() + " " + config.mark() + " " + config.small() + " " + config.middle());
                    Log.LINES.add(config.ratio() + " " + config.factor() + " " + List.of(config.names()) + " " + config.sizes().length);
                    Log.LINES.add(config.mode() + " " + config.not_set() + " " + config.with$_$dash() + " " + config.none());
                    Log.LINES.add(config.annotationType().getSimpleName());
                }
                public void start() { }""");

        assertThat(boot(wire())).containsExactly("10 1099511627776 true x 1 2", "0.5 2.5 [a, b] 0", "SLOW null - 0", "Config");
    }

    @Test
    void theDescriptorsConfigurationIsConvertedToEveryType() throws Exception {
        entry(EVERYTHING + """
                @Activate public void open(Config config, Map<String, Object> all) {
                    Log.LINES.add(config.size() + " " + config.most() + " " + config.quick() + " " + config.mark() + " " + config.small() + " " + config.middle());
                    Log.LINES.add(config.ratio() + " " + config.factor() + " " + List.of(config.names()) + " " + config.sizes()[1]);
                    Log.LINES.add(config.mode() + " " + config.not_set() + " " + config.with$_$dash() + " " + config.none());
                    Log.LINES.add(all.get("size").getClass().getSimpleName());
                }
                public void start() { }""");
        options = "-ostd-config: org.example.service.Entry;size=-3;most=7;quick=false;mark=y;small=4;middle=5;ratio=0.25;factor=1e3;"
                + "names=\"one, two\";sizes=\"8,9\";mode=FAST;not.set=there;with-dash=+;none=6";

        assertThat(boot(wire())).containsExactly("-3 7 false y 4 5", "0.25 1000.0 [one, two] 9", "FAST there + 6", "Integer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "size=ten | -ostd-config sets size of org.example.service.Entry to 'ten', which is no Integer; write a whole number from -2147483648 to 2147483647",
        "quick=yes | -ostd-config sets quick of org.example.service.Entry to 'yes', which is no Boolean; write true or false",
        "factor=1e400 | -ostd-config sets factor of org.example.service.Entry to '1e400', which is no Double; write a number such as 1.5",
        "none=ten | org.example.service.Entry has property none 'ten', which is no int; set it in -ostd-config",
        "mode=FSAT | org.example.service.Entry has property mode 'FSAT', which is no org.example.service.Entry$Mode; nearest is FAST; constants are SLOW, FAST",
        "sise=1 | -ostd-config sets sise of org.example.service.Entry, which has no such property; nearest is size",
    })
    void wrongConfigurationIsRefused(String setting, String reason) {
        entry(EVERYTHING + "@Activate public void open(Config config) { } public void start() { }");
        options = "-ostd-config: org.example.service.Entry;" + setting;

        assertThat(refusal().reasons()).containsExactly(reason);
    }

    @Test
    void componentsEndInReverseOrder() throws Exception {
        component("Disk", "", """
                implements Device {
                @Activate public void open() { Log.LINES.add("open disk"); }
                @Deactivate public void close() throws java.io.IOException { Log.LINES.add("close disk"); }
                public String name() { return "disk"; } }""");
        entry("""
                private final Device device;
                @Activate public Entry(@Reference Device device) { this.device = device; }
                @Activate public void open() throws java.io.IOException { Log.LINES.add("open entry"); }
                @Deactivate public void close(Map<String, Object> properties) { Log.LINES.add("close entry with " + device.name()); }
                public void start() { Log.LINES.add("start"); }""");

        assertThat(boot(wire())).containsExactly("open disk", "open entry", "start", "close entry with disk", "close disk");
    }

    @Test
    void everyCardinalityIsBound() throws Exception {
        component("One", "(property = {\"service.ranking:Integer=1\", \"kind=a\"})", "implements Device { public String name() { return \"one\"; } }");
        component("Two", "(property = \"kind=b\")", "implements Device { public String name() { return \"two\"; } }");
        entry("""
                @Activate public Entry(@Reference(target = "(kind=a)") Device mandatory, @Reference(target = "(kind=z)") Optional<Device> none,
                        @Reference(target = "(kind=b)", cardinality = ReferenceCardinality.OPTIONAL) Device optional,
                        @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE) List<Device> several,
                        @Reference(target = "(kind=z)") Collection<Device> empty) {
                    Log.LINES.add(mandatory.name() + " " + none.isPresent() + " " + optional.name() + " " + several.size() + several.get(0).name() + " " + empty.size());
                }
                @Reference public void setBest(Device device) { Log.LINES.add("best " + device.name()); }
                @Reference(cardinality = ReferenceCardinality.MULTIPLE) public void addDevice(Device device, Map<String, Object> properties) {
                    Log.LINES.add("add " + device.name() + " of kind " + properties.get("kind"));
                }
                public void start() { }""");

        assertThat(boot(wire())).containsExactlyInAnyOrder("one false two 2one 0", "best one", "add one of kind a", "add two of kind b").startsWith("one false two 2one 0");
    }

    @Test
    void theDescriptorMayChangeRankingAndTarget() throws Exception {
        component("One", "(property = \"kind=a\")", "implements Device { public String name() { return \"one\"; } }");
        component("Two", "(property = \"kind=b\")", "implements Device { public String name() { return \"two\"; } }");
        entry("""
                @Reference(name = "first") public void setFirst(Device device) { Log.LINES.add("first " + device.name()); }
                @Reference(name = "second", target = "(kind=a)") public void setSecond(Device device) { Log.LINES.add("second " + device.name()); }
                public void start() { }""");
        options = "-ostd-config: org.example.service.Two;service.ranking=3, org.example.service.Entry;second.target='(kind=b)'";

        assertThat(boot(wire())).containsExactly("first two", "second two");
    }

    @Test
    void whatAKernelDoesNotHaveIsRefused() {
        component("Maker", "(factory = \"makers\", service = Maker.class)", "{ public Maker() { } }");
        component("Many", "(scope = ServiceScope.PROTOTYPE)", "implements Device { public String name() { return \"\"; } }");
        component("Wanting", "(configurationPolicy = ConfigurationPolicy.REQUIRE)", "implements Device { public String name() { return \"\"; } }");
        entry("@Activate public Entry(@Reference(service = Device.class) List<Map<String, Object>> properties) { } public void start() { }");

        assertThat(refusal().reasons())
                .anyMatch(reason -> reason.equals("org.example.service.Maker is a component factory, which a kernel does not have; provide a service that makes objects"))
                .anyMatch(reason -> reason.startsWith("org.example.service.Many has scope prototype; a kernel makes one object of each component"))
                .anyMatch(reason -> reason.equals("org.example.service.Wanting requires configuration; set its properties with"
                        + " -ostd-config: org.example.service.Wanting;KEY=VALUE"))
                .anyMatch(reason -> reason.endsWith(" as properties; a kernel has services only, take a java.util.List of them"));
    }

    @Test
    void parametersThatAKernelCannotPassAreRefused() {
        component("Away", "(service = Away.class)", """
                { private @interface Hidden { int size() default 1; } @interface Odd { Class<?> type() default String.class; }
                @Activate public void open(Hidden hidden, Odd odd) { } }""");
        entry("@Activate public Entry(@Reference Away away) { } @Deactivate void end() { } public void start() { }");

        assertThat(refusal().reasons()).containsExactly(
                "org.example.service.Away wants a org.example.service.Away$Hidden in method open, which generated code cannot see; make it public",
                "org.example.service.Away takes property type as a java.lang.Class; a kernel knows numbers, truth values, characters, strings,"
                        + " enums of the bundle, and arrays of these",
                "org.example.service 1.0.0: org.example.service.Entry.end must be one public method, and there are 0 of that name; make one public");
    }

    @ParameterizedTest
    @CsvSource({"size, size", "service_ranking, service.ranking", "a__b, a_b", "a$b, ab", "a$$b, a$b", "a$_$b, a-b", "$int, int"})
    void methodNamesBecomePropertyNames(String method, String property) {
        assertThat(PropertyType.ofMethod(method)).isEqualTo(property);
    }

    @ParameterizedTest
    @CsvSource({"ServiceRanking, service.ranking", "Size, size"})
    void typeNamesBecomePropertyNames(String type, String property) {
        assertThat(PropertyType.ofTypeName(type)).isEqualTo(property);
    }
}
