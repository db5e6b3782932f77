package org.asterism.assembly.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class KernelWiringTest extends WiredService {
    @Test
    void constructsComponentsAfterWhatTheyNeedAndStartsTheEntry() throws Exception {
        component("Disk", "", "implements Device { public Disk() { Log.LINES.add(\"disk\"); } public String name() { return \"disk\"; } }");
        entry("""
                private final Device device;
                @Activate public Entry(@Reference Device device) { this.device = device; Log.LINES.add("entry"); }
                public void start() { Log.LINES.add("start with " + device.name()); }""");

        assertThat(boot(wire())).containsExactly("disk", "entry", "start with disk");
    }

    @Test
    void passesListsOptionalsBindMethodsPropertiesAndActivation() throws Exception {
        component("Slow", "(property = \"service.ranking:Integer=-1\")", "implements Device { public String name() { return \"slow\"; } }");
        component("Fast", "(property = \"service.ranking:Integer=5\")", "implements Device { public String name() { return \"fast\"; } }");
        entry("""
                @Activate public Entry(@Reference List<Device> devices, @Reference Optional<Runnable> none, Map<String, Object> properties) {
                    devices.forEach(device -> Log.LINES.add(device.name()));
                    Log.LINES.add("present " + none.isPresent() + " size " + properties.get("size"));
                }
                @Reference(target = "(service.ranking=5)") public void setBest(Device device) { Log.LINES.add("best " + device.name()); }
                @Activate public void open() { Log.LINES.add("open"); }
                public void start() { }""");
        options = "-ostd-config: org.example.service.Entry;size=12";

        assertThat(boot(wire())).containsExactly("fast", "slow", "present false size 12", "best fast", "open");
    }

    @Test
    void tellsTheRegistryTheBundleAndTheGrantsOfEveryDriverThatNobodyReferences() throws Exception {
        component("Worse", "", "implements org.asterism.ostd.bus.Driver { public void admitted(String origin) { Log.LINES.add(\"worse \" + origin); } }");
        component("Better", "(property = \"service.ranking:Integer=1\")",
                "implements org.asterism.ostd.bus.Driver { public void admitted(String origin) { Log.LINES.add(\"better \" + origin); } }");
        entry("public void start() { Log.LINES.add(\"start\"); }");
        options = "-ostd-grant: org.example.service;grant=\"irq,mmio\"";

        String origin = "DriverOrigin[bundle=org.example.service, grants=[irq, mmio]]";
        assertThat(boot(wire())).containsExactly("better " + origin, "worse " + origin, "start");
    }

    @Test
    void aComponentClassThatIsDamagedOrItsOwnSuperclassIsRefusedInBoundedTime() {
        entry("@Activate public Entry(@Reference SyscallTable table) { } public void start() { }");
        component("Files", "", "implements SyscallProvider { }");
        ClassWriter circular = new ClassWriter(0);
        circular.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "org/example/service/Files", null, "org/example/service/Files", null);
        service.afterPacking("org/example/service/Files.class", circular.toByteArray());
        assertThat(refusal().reasons()).singleElement().asString().contains("org.example.service.Files has 0 public constructors with 0 parameters");

        service.afterPacking("org/example/service/Files.class", new byte[] {1, 2, 3});
        assertThat(refusal().reasons()).containsExactly("org.example.service 1.0.0: component class org.example.service.Files cannot be read"
                + " (ArrayIndexOutOfBoundsException); rebuild the bundle");
    }

    @Test
    void aDescriptionThatClaimsServicesOfOthersIsRefused() {
        component("Disk", "", "implements Device, java.util.function.LongSupplier { public String name() { return \"\"; } public long getAsLong() { return 1; } }");
        component("Fake", "", "implements Comparable<String> { public int compareTo(String s) { return 0; } }");
        service.afterPacking("OSGI-INF/org.example.service.Fake.xml", """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="fake"><implementation class="org.example.service.Fake"/>
                <service><provide interface="org.example.service.Device"/><provide interface="java.lang.Comparable"/></service></scr:component>"""
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        entry("@Activate public Entry(@Reference List<Device> devices) { } public void start() { }");

        assertThat(refusal().reasons()).containsExactly("org.example.service 1.0.0: component class org.example.service.Fake does not implement"
                + " org.example.service.Device, which its description says that it provides; implement it, or take it out");
    }

    @Test
    void aComponentClassThatJavaSourceCannotNameIsRefused() {
        component("Files", "(service = Files.class)", "{ }");
        entry("@Activate public Entry(@Reference Files files) { } public void start() { }");
        service.afterPacking("OSGI-INF/org.example.service.Files.xml", """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="files"><implementation class="org.example.service.int"/>
                <service><provide interface="org.example.service.Files"/></service></scr:component>""".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "org/example/service/int", null, "java/lang/Object", null);
        service.afterPacking("org/example/service/int.class", writer.toByteArray());

        assertThat(refusal().reasons()).containsExactly("org.example.service 1.0.0: component class org.example.service.int has a name that generated"
                + " source cannot have, for a part of it is a keyword or a number; rename it");
    }

    @Test
    void generatesOneSwitchOverTheHandlers() throws Exception {
        component("Files", "", """
                implements SyscallProvider {
                @Syscall("close") public long close(UserThread thread, int descriptor) { return descriptor + 100; }
                @Syscall(value = "lseek", partial = "no holes") public long seek(UserThread thread, int descriptor, long offset, int whence) {
                    return offset * 10 + whence; } }""");
        entry("""
                private final SyscallTable table;
                @Activate public Entry(@Reference SyscallTable table) { this.table = table; }
                public void start() {
                    try {
                        Log.LINES.add(table.name(3) + " " + table.call(null, 3, 0x100000007L, 0, 0, 0, 0, 0));
                        Log.LINES.add(table.name(8) + " " + table.call(null, 8, 1, 0x100000000L, 2, 0, 0, 0));
                        Log.LINES.add(String.valueOf(table.name(9)));
                        table.call(null, 9, 0, 0, 0, 0, 0, 0);
                    } catch (KernelException e) { Log.LINES.add(e.errno.name()); } }""");

        Wiring wiring = wire();

        assertThat(boot(wiring)).containsExactly("close 107", "lseek " + (0x100000000L * 10 + 2), "null", "ENOSYS");
        assertThat(wiring.syscalls().get(8).partial()).isEqualTo("no holes");
    }

    @Test
    void refusesTwoProvidersUnlessOneIsChosen() throws Exception {
        component("Disk", "", "implements Device { public String name() { return \"disk\"; } }");
        component("Flash", "", "implements Device { public String name() { return \"flash\"; } }");
        entry("@Activate public Entry(@Reference(name = \"device\") Device device) { Log.LINES.add(device.name()); } public void start() { }");

        assertThat(refusal().reasons()).containsExactly("org.example.service.Entry/device (org.example.service.Device) has 2 providers:"
                + " org.example.service.Disk, org.example.service.Flash;"
                + " choose one with -ostd-bind: org.example.service.Entry/device;to=org.example.service.Disk");
        options = "-ostd-bind: org.example.service.Entry/device;to=org.example.service.Flash";
        assertThat(boot(wire())).containsExactly("flash");
    }

    @Test
    void refusesACycleAndShowsThePath() {
        component("Disk", "", "implements Device { @Activate public Disk(@Reference Runnable r) { } public String name() { return \"\"; } }");
        component("Worker", "", "implements Runnable { @Activate public Worker(@Reference Device d) { } public void run() { } }");
        entry("@Activate public Entry(@Reference Device device) { } public void start() { }");

        assertThat(refusal()).hasMessageContaining("components need each other: org.example.service.Disk ->"
                + " org.example.service.Worker -> org.example.service.Disk");
    }

    @Test
    void refusesAKernelWithoutEntry() {
        component("Disk", "", "implements Device { public String name() { return \"disk\"; } }");

        assertThat(refusal()).hasMessageContaining("exactly one component that provides org.asterism.kernel.KernelEntry, and this one has none");
    }

    @Test
    void refusesFieldInjection() {
        component("Disk", "", "implements Device { public String name() { return \"disk\"; } }");
        entry("@Reference private Device device; public void start() { }");

        assertThat(refusal()).hasMessageContaining("wants field device set");
    }

    @Test
    void refusesAnUnknownBindingAndConfiguration() {
        entry("public void start() { }");
        options = "-ostd-bind: org.example.service.Entry/disk;to=org.example.service.Disk";
        assertThat(refusal()).hasMessageContaining("-ostd-bind names org.example.service.Entry/disk, but there is no such reference");

        options = "-ostd-config: org.example.service.Nobody;size=1";
        assertThat(refusal()).hasMessageContaining("-ostd-config names component org.example.service.Nobody");
    }

    @Test
    void refusesTwoHandlersOfOneCallUnknownCallsAndWrongShapes() {
        component("Files", "", """
                implements SyscallProvider {
                @Syscall("close") public long close(UserThread thread, int descriptor) { return 0; }
                @Syscall("read") public int read(UserThread thread) { return 0; }
                @Syscall("opeat") public long open(UserThread thread) { return 0; } }""");
        component("More", "", "implements SyscallProvider { @Syscall(\"close\") public long shut(UserThread thread) { return 0; } }");
        entry("@Activate public Entry(@Reference SyscallTable table) { } public void start() { }");

        assertThat(refusal().reasons()).hasSize(3)
                .anyMatch(reason -> reason.contains("system call close is handled by org.example.service.Files.close and by org.example.service.More.shut"))
                .anyMatch(reason -> reason.contains("Files.read handles system call read with the wrong shape"))
                .anyMatch(reason -> reason.contains("system call 'opeat', which Linux does not have"));
    }

    @Test
    void classesWhoseNamesHidePackagesOrRepeatEachOtherAreWired() throws Exception {
        String device = "implements Device { public String name() { return getClass().getSimpleName(); } }";
        for (String name : List.of("Java", "Org", "Foo2", "New")) {
            component(name, "(property = \"size=1\")", device);
        }
        for (String inner : List.of("one", "two")) {
            service.source("org.example.service." + inner + ".Foo", "@org.osgi.service.component.annotations.Component public final class Foo"
                    + " implements org.example.service.Device { public String name() { return \"" + inner + "\"; } }");
        }
        entry("""
                private final List<Device> devices;
                @Activate public Entry(@Reference List<Device> devices, Map<String, Object> properties) { this.devices = devices; }
                public void start() { devices.forEach(device -> Log.LINES.add(device.name())); }
                @Deactivate public void end() { Log.LINES.add("end"); }""");

        assertThat(boot(wire())).containsExactlyInAnyOrder("Java", "Org", "Foo2", "New", "one", "two", "end");
    }

    @Test
    void aComponentClassIsNotTakenForAMemberBecauseOfADollar() throws Exception {
        String device = "implements org.example.service.Device { public String name() { return \"inner\"; } }";
        service.source("org.example.service.Outer", "public final class Outer { @org.osgi.service.component.annotations.Component public static final class Inner "
                + device + " }");
        entry("@Activate public Entry(@Reference List<Device> devices) { devices.forEach(device -> Log.LINES.add(device.name())); } public void start() { }");
        assertThat(boot(wire())).containsExactly("inner");

        service.source("org.example.service.Foo$Bar", "@org.osgi.service.component.annotations.Component public final class Foo$Bar " + device);
        assertThat(refusal().reasons()).containsExactly("org.example.service 1.0.0: component class org.example.service.Foo$Bar has a dollar in its name,"
                + " but is no member of the class before it; rename it");
    }

    /** A class file whose method {@code name} is there so often, each time with another type of result. */
    private static byte[] withMethods(String className, String implemented, String name, String parameters, int times, Consumer<MethodVisitor> annotations) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, className, null, "java/lang/Object", new String[] {implemented});
        writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        for (String result : List.of("J", "I").subList(0, times)) {
            annotations.accept(writer.visitMethod(Opcodes.ACC_PUBLIC, name, parameters + result, null, null));
        }
        return writer.toByteArray();
    }

    @Test
    void methodsThatJavaSourceCannotNameOrTellApartAreRefused() {
        component("Disk", "", "implements Device { public String name() { return \"\"; } }");
        component("Files", "", "implements SyscallProvider { }");
        entry("@Activate public Entry(@Reference SyscallTable table) { } public void start() { }");
        service.afterPacking("org/example/service/Files.class", withMethods("org/example/service/Files", "org/asterism/kernel/syscall/SyscallProvider", "goto",
                "(Lorg/asterism/kernel/process/UserThread;)", 1, method -> method.visitAnnotation("Lorg/asterism/kernel/syscall/Syscall;", true).visit("value", "close")));
        assertThat(refusal().reasons()).singleElement().asString().contains("Files.goto handles system call close with the wrong shape");

        for (String name : List.of("goto", "set")) {
            service.afterPacking("OSGI-INF/org.example.service.Entry.xml", """
                    <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="entry"><implementation class="org.example.service.Entry"/>
                    <service><provide interface="org.asterism.kernel.KernelEntry"/></service><reference name="device" bind="%s"
                    interface="org.example.service.Device"/></scr:component>""".formatted(name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            service.afterPacking("org/example/service/Entry.class", withMethods("org/example/service/Entry", "org/asterism/kernel/KernelEntry", name,
                    "(Lorg/example/service/Device;)", name.equals("set") ? 2 : 1, method -> { }));
            assertThat(refusal().reasons()).singleElement().asString().contains("Entry." + name + " is not one public method that Java can name and that takes one");
        }
    }
}
