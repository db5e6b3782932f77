package org.asterism.virtio;

import static org.asterism.test.OstdAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.host.virtio.VirtioFunction;
import org.asterism.ostd.host.virtio.VirtioNetworkModel;
import org.asterism.ostd.io.DmaCoherent;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.spi.Ostd;
import org.asterism.test.OstdTest;

/** Two queues at work: frames go out on one and come in on the other. */
class NetworkQueueTest {
    private static final int ROOM = 2048;
    private static final int ROOMS = 4;

    private final List<Adapter> adapters = new ArrayList<>();

    /** The least that sends and receives frames: as much as a driver must do with queues. */
    private static final class Adapter {
        final List<String> received = new ArrayList<>();
        private final VirtioDevice virtio;
        private final DmaCoherent memory;
        private final Virtqueue<Integer> incoming;
        private final Virtqueue<String> outgoing;
        private final DmaCoherent outgoingMemory;
        private int sent;

        Adapter(Device device) throws DeviceException {
            virtio = VirtioDevice.open(device, VirtioType.NETWORK, () -> { });
            virtio.negotiate(0);
            incoming = virtio.openQueue(VirtioNetworkModel.RECEIVE, 64, this::receive);
            outgoing = virtio.openQueue(VirtioNetworkModel.TRANSMIT, 64, this::takeSent);
            memory = device.allocateDma(ROOM * ROOMS);
            outgoingMemory = device.allocateDma(ROOM);
            virtio.start();
            for (int i = 0; i < ROOMS; i++) {
                offer(new VirtqueueChain<>(i, 1));
            }
        }

        private void offer(VirtqueueChain<Integer> chain) {
            incoming.submit(chain.clear().writable(memory, (long) chain.owner() * ROOM, ROOM));
        }

        private void receive() {
            for (VirtqueueChain<Integer> chain = incoming.takeUsed(); chain != null; chain = incoming.takeUsed()) {
                byte[] frame = new byte[(int) chain.bytesWritten() - VirtioNetworkModel.HEADER_BYTES];
                memory.read((long) chain.owner() * ROOM + VirtioNetworkModel.HEADER_BYTES, frame, 0, frame.length);
                received.add(new String(frame, StandardCharsets.US_ASCII));
                offer(chain);
            }
        }

        private void takeSent() {
            while (outgoing.takeUsed() != null) {
                sent++;
            }
        }

        void send(String frame) {
            byte[] bytes = frame.getBytes(StandardCharsets.US_ASCII);
            outgoingMemory.write(VirtioNetworkModel.HEADER_BYTES, bytes, 0, bytes.length);
            outgoing.submit(new VirtqueueChain<>(frame, 2).readable(outgoingMemory, 0, VirtioNetworkModel.HEADER_BYTES)
                    .readable(outgoingMemory, VirtioNetworkModel.HEADER_BYTES, bytes.length));
        }
    }

    private void drive(TestMachine machine, VirtioNetworkModel... models) {
        for (VirtioNetworkModel model : models) {
            machine.plug(new VirtioFunction(model));
        }
        Ostd.machine().devices().addDriver(new ProbingDriver(VirtioType.NETWORK, device -> {
            Adapter adapter = new Adapter(device);
            adapters.add(adapter);
            return adapter.virtio::stop;
        }), DriverOrigin.of("org.example.any", "mmio", "irq", "dma"));
    }

    @OstdTest
    void framesComeBackFromALoop(TestMachine machine) {
        drive(machine, new VirtioNetworkModel((byte) 2));
        for (int i = 0; i < 200; i++) {
            adapters.get(0).send("frame " + i);
            machine.settle();
        }
        assertThat(adapters.get(0).sent).isEqualTo(200);
        assertThat(adapters.get(0).received).hasSize(200).startsWith("frame 0").endsWith("frame 199");
        assertThat(machine).holdsNoLocks().hasLoggedNoErrors();
    }

    @OstdTest
    void peersHearEachOther(TestMachine machine) {
        VirtioNetworkModel one = new VirtioNetworkModel((byte) 2, (byte) 1);
        VirtioNetworkModel other = new VirtioNetworkModel((byte) 2, (byte) 2);
        one.connect(other);
        drive(machine, one, other);
        adapters.get(0).send("question");
        machine.settle();
        adapters.get(1).send("answer");
        machine.settle();
        assertThat(adapters.get(1).received).containsExactly("question");
        assertThat(adapters.get(0).received).containsExactly("answer");
        assertThat(one.sent()).hasSize(1);
    }

    @OstdTest
    void framesWithoutRoomAreLost(TestMachine machine) {
        VirtioNetworkModel model = new VirtioNetworkModel((byte) 2);
        drive(machine, model);
        for (int i = 0; i < ROOMS + 3; i++) {
            model.receive(new byte[] {(byte) ('a' + i)});
        }
        assertThat(model.lost()).isEqualTo(3);
        machine.settle();
        assertThat(adapters.get(0).received).containsExactly("a", "b", "c", "d");
    }
}
