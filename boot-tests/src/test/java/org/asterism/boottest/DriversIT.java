package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.Launch;
import org.asterism.ostd.bus.Driver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drivers of others on QEMU's devices: the example's of edu, one without the grant of DMA, and one of an adapter with a table of messages. */
class DriversIT {
    private static final Path EXAMPLE = Checkout.root().resolve("examples/edu-driver");
    private static final String GRANTS = "org.example.edu;grant=\"mmio,irq,dma\"";

    @TempDir
    private Path folder;

    /** Its own descriptor links the example, whose bundle is built now if it was not. */
    @BeforeAll
    static void buildTheExample() throws IOException, InterruptedException {
        Launch tree = Launch.of(Launch.PATIENCE, List.of("tree", EXAMPLE.resolve("edu.bndrun").toString()));
        assertThat(tree.exit()).as(tree.error()).isZero();
        assertThat(tree.text()).contains("org.example.edu");
    }

    private static void driver(Path folder, String name) throws IOException {
        String packageName = "org.example." + name.toLowerCase(Locale.ROOT);
        new ThirdPartyBundle(folder, packageName)
                .header("Import-Package", "org.asterism.ostd.bus,org.asterism.ostd.io,org.asterism.ostd.irq,org.asterism.ostd.log,"
                        + "org.asterism.ostd.sync,org.asterism.ostd.time")
                .header("Service-Component", "OSGI-INF/component.xml")
                .resource("OSGI-INF/component.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"" + packageName + "." + name + "\">"
                        + "<implementation class=\"" + packageName + "." + name + "\"/>"
                        + "<service><provide interface=\"org.asterism.ostd.bus.Driver\"/></service></scr:component>")
                .source(packageName + "." + name, Files.readString(Checkout.bootTests().resolve("src/test/resources/bundles/" + name + ".java")))
                .build(List.of(Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath())));
    }

    private Path descriptor(String bundles, String grants) throws IOException {
        return Files.writeString(folder.resolve("drivers.bndrun"), "-include: " + Checkout.root().resolve("kernel.bndrun") + "\n"
                + "-runrequires.drivers: " + bundles + "\n-ostd-bundles: " + EXAMPLE.resolve("target") + "/edu-driver-*.jar, *.jar\n-ostd-grant: " + grants + "\n");
    }

    @Test
    void everyDriverGetsWhatItsBundleWasGrantedAndNoMore() throws Exception {
        driver(folder, "Thrifty");
        driver(folder, "Messages");
        Path kernel = folder.resolve("kernel.elf");
        Path descriptor = descriptor("bnd.identity;id=org.example.edu, bnd.identity;id=org.example.messages, bnd.identity;id=org.example.thrifty",
                GRANTS + ", org.example.thrifty;grant=\"mmio,port,irq\", org.example.messages;grant=\"mmio,irq,dma\"");
        Launch assembled = Launch.of(Launch.PATIENCE, List.of("assemble", descriptor.toString(), "-o", kernel.toString(), "--quiet"));
        assertThat(assembled.exit()).as(assembled.error()).isZero();
        Launch booted = Launch.of(Launch.PATIENCE, List.of("run", "--kernel", kernel.toString(), "--memory", "128M", "--timeout", "300",
                "--qemu-arg=-device", "--qemu-arg=edu", "--qemu-arg=-device", "--qemu-arg=edu", "--qemu-arg=-device", "--qemu-arg=pci-testdev",
                "--qemu-arg=-device", "--qemu-arg=e1000e,romfile=", "--exec", "exec 3<>/dev/edu; for n in 0 5 12; do echo $n >&3; cat <&3; done;"
                        + "echo 'echo there and back' >&3; cat <&3; echo 13 >&3; echo five >&3; cat /proc/asterism/devices; dmesg"));
        assertThat(booted.text()).as(booted.error()).startsWith("1\n120\n479001600\nthere and back\n")
                .contains("pci 1234:11e8 org.example.edu\n", "pci 1234:11e8 org.example.thrifty\n", "pci 8086:10d3 org.example.messages\n", "pci 8086:2918 -\n")
                .containsPattern("thrifty: org.example.thrifty asks for dma of device 0000:00:0[0-9].0, which it is not granted; "
                        + "declare it by @RequiresGrant\\(\"dma\"\\), and write -ostd-grant: org.example.thrifty;grant=\"mmio,port,irq,dma\"")
                .contains("thrifty: 6! = 720, told 1, interrupts 1", "thrifty: 7! = 5040, told 1, interrupts 2", "thrifty: behind ports is portio-no-eventfd")
                .contains("messages: offset 0x0 is in the device's table of messages", "messages: of 5 interrupts the third came 1 times")
                .doesNotContain("got memory for DMA", "wrote the table");
        assertThat(booted.error()).contains("Numerical result out of range", "Invalid argument");
        Launch inspected = Launch.of(Launch.PATIENCE, List.of("inspect", "--tcb", descriptor.toString()));
        assertThat(inspected.text()).as(inspected.error()).contains("trusted for DMA: org.asterism.virtio.block, org.example.edu, org.example.messages, ");
    }

    /** Nobody has given addresses there, lines are shared and nothing takes messages; memory begins at 2 GiB, which takes a longer mask of edu. */
    @Test
    void theSameBundlesDriveTheDevicesOfRiscv() throws Exception {
        driver(folder, "Thrifty");
        Path kernel = folder.resolve("riscv.elf");
        Path descriptor = descriptor("bnd.identity;id=org.example.edu, bnd.identity;id=org.example.thrifty",
                GRANTS + ", org.example.thrifty;grant=\"mmio,port,irq\"\n-ostd-config: org.example.edu.EduDriver;dmaAddressBits=32");
        Launch assembled = Launch.of(Launch.PATIENCE, List.of("assemble", "--arch", "riscv64", descriptor.toString(), "-o", kernel.toString(), "--quiet"));
        assertThat(assembled.exit()).as(assembled.error()).isZero();
        Launch booted = Launch.of(Launch.PATIENCE, List.of("run", "--arch", "riscv64", "--kernel", kernel.toString(), "--memory", "128M", "--timeout", "300",
                "--qemu-arg=-device", "--qemu-arg=edu,dma_mask=0xffffffff,addr=4", "--qemu-arg=-device", "--qemu-arg=edu,addr=8", "--qemu-arg=-device",
                "--qemu-arg=pci-testdev,membar=32G", "--qemu-arg=-device", "--qemu-arg=pcie-root-port", "--qemu-arg=-device", "--qemu-arg=virtio-rng-device",
                "--exec", "exec 3<>/dev/edu; for n in 5 12; do echo $n >&3; cat <&3; done;"
                        + "echo 'echo there and back' >&3; cat <&3; cat /proc/asterism/devices; dmesg"));
        assertThat(booted.text()).as(booted.error()).startsWith("120\n479001600\nthere and back\n")
                .contains("pci 1234:11e8 org.example.edu\n", "pci 1234:11e8 org.example.thrifty\n", "20000000 cfi-flash -\n")
                .contains("thrifty: 6! = 720, told 1, interrupts 1", "thrifty: 7! = 5040, told 1, interrupts 2", "thrifty: behind ports is portio-no-eventfd")
                .contains("region 2 of 34359738368 bytes fits no window of the bus", "which no firmware has numbered",
                        "is left out: it has version 1, not 2: the legacy interface; start QEMU with -global virtio-mmio.force-legacy=false")
                .doesNotContain("got memory for DMA", "7002");
    }

    @Test
    void aDriverWhoseGrantIsMissingDoesNotResolve() throws Exception {
        Launch refused = Launch.of(Launch.PATIENCE, List.of("resolve", descriptor("bnd.identity;id=org.example.edu", "org.example.edu;grant=\"mmio,irq\"").toString()));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.error()).contains("needs grant dma, but it is not granted; write -ostd-grant: org.example.edu;grant=\"mmio,irq,dma\"");
    }
}
