package org.asterism.ostd.host.virtio;

import org.asterism.ostd.host.pci.SimulatedFunction;

/** A virtio device as a PCI function (VIRTIO 1.2 §4.1): its structures in region 4, its messages in region 1. */
public final class VirtioFunction extends SimulatedFunction {
    private static final int VENDOR = 0x1af4;
    private static final int FIRST_DEVICE = 0x1040;
    private static final int VENDOR_CAPABILITY = 0x09;
    private static final int STRUCTURES = 4;
    private static final int MESSAGES = 1;
    /** Each structure has so much of the region. */
    static final int STRUCTURE_BYTES = 4096;
    static final int COMMON = 0;
    static final int INTERRUPT_STATUS = STRUCTURE_BYTES;
    static final int DEVICE = 2 * STRUCTURE_BYTES;
    static final int NOTIFY = 3 * STRUCTURE_BYTES;
    static final int NOTIFY_MULTIPLIER = 4;
    private static final int QUEUE_EVENT = 1;
    private static final int CONFIGURATION_EVENT = 1 << 1;

    private final VirtioModel model;
    private final VirtioRegisters registers;
    private int events;

    /**
     * A function with a message for each queue and one for the configuration.
     *
     * @param model what it does
     */
    public VirtioFunction(VirtioModel model) {
        this(model, model.queueCount() + 1);
    }

    /**
     * A function.
     *
     * @param model what it does
     * @param messages how many messages it has; without any it interrupts by its line
     */
    public VirtioFunction(VirtioModel model, int messages) {
        super(VENDOR, FIRST_DEVICE + model.type(), 0xff_0000, 1);
        this.model = model;
        registers = new VirtioRegisters(model, messages, this::takeEvents);
        setSubsystem(VENDOR, FIRST_DEVICE + model.type());
        addWideRegion(STRUCTURES, registers);
        addStructure(1, COMMON, 56);
        addStructure(2, NOTIFY, NOTIFY_MULTIPLIER * model.queueCount(), NOTIFY_MULTIPLIER);
        addStructure(3, INTERRUPT_STATUS, 1);
        addStructure(4, DEVICE, model.configuration().length);
        if (messages > 0) {
            addMessages(MESSAGES, messages);
        }
        addLine(1);
        addFunctionReset();
        model.attach(new Reach());
    }

    private void addStructure(int kind, int offset, int length, int... more) {
        byte[] body = new byte[14 + Integer.BYTES * more.length];
        body[0] = (byte) (body.length + 2);
        body[1] = (byte) kind;
        body[2] = STRUCTURES;
        putWord(body, 6, offset);
        putWord(body, 10, length);
        for (int i = 0; i < more.length; i++) {
            putWord(body, 14 + Integer.BYTES * i, more[i]);
        }
        addCapability(VENDOR_CAPABILITY, body);
    }

    private static void putWord(byte[] into, int at, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            into[at + i] = (byte) (value >> Byte.SIZE * i);
        }
    }

    @Override
    protected void reset() {
        events = 0;
        registers.reset();
        model.reset();
    }

    @Override
    protected boolean isLineUp() {
        return events != 0;
    }

    /** Reading the register of events clears it, and lowers the line. */
    private int takeEvents() {
        int taken = events;
        events = 0;
        return taken;
    }

    private void tell(int event, int message) {
        if (isTableEnabled()) {
            interrupt(message);
        } else {
            events |= event;
            interrupt(0);
        }
    }

    /** What the model has of the machine. */
    private final class Reach implements VirtioTransportModel {
        @Override
        public boolean read(long address, byte[] into) {
            return readMemory(address, into);
        }

        @Override
        public boolean write(long address, byte[] from) {
            return writeMemory(address, from);
        }

        @Override
        public void interruptForQueue(int queue) {
            tell(QUEUE_EVENT, registers.queueMessage(queue));
        }

        @Override
        public void interruptForConfiguration() {
            tell(CONFIGURATION_EVENT, registers.configurationMessage());
        }
    }
}
