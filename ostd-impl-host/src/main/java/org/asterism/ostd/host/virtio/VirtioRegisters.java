package org.asterism.ostd.host.virtio;

import java.util.Arrays;
import java.util.function.IntSupplier;
import org.asterism.ostd.spi.MemoryWindow;

/** The structures of a virtio function, one after the other (VIRTIO 1.2 §4.1.4). */
final class VirtioRegisters implements MemoryWindow {
    private static final int NO_MESSAGE = 0xffff;

    private final VirtioModel model;
    private final int messages;
    private final IntSupplier takeEvents;
    private final int[] queueMessages;
    private int configurationMessage;
    private int featureHalf;
    private int driverFeatureHalf;
    private int selected;

    VirtioRegisters(VirtioModel model, int messages, IntSupplier takeEvents) {
        this.model = model;
        this.messages = messages;
        this.takeEvents = takeEvents;
        queueMessages = new int[model.queueCount()];
        reset();
    }

    void reset() {
        Arrays.fill(queueMessages, NO_MESSAGE);
        configurationMessage = NO_MESSAGE;
        featureHalf = 0;
        driverFeatureHalf = 0;
        selected = 0;
    }

    int queueMessage(int queue) {
        return queueMessages[queue];
    }

    int configurationMessage() {
        return configurationMessage;
    }

    @Override
    public long length() {
        return 4L * VirtioFunction.STRUCTURE_BYTES;
    }

    @Override
    public long read(long offset, int bytes) {
        if (offset >= VirtioFunction.NOTIFY) {
            return 0;
        }
        if (offset >= VirtioFunction.DEVICE) {
            return readConfiguration((int) offset - VirtioFunction.DEVICE, bytes);
        }
        return offset >= VirtioFunction.INTERRUPT_STATUS ? takeEvents.getAsInt() : readCommon((int) offset);
    }

    private long readConfiguration(int offset, int bytes) {
        byte[] content = model.configuration();
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << Byte.SIZE | (offset + i < content.length ? content[offset + i] & 0xff : 0);
        }
        return value;
    }

    private long readCommon(int offset) {
        boolean exists = selected < queueMessages.length;
        return switch (offset) {
            case 4 -> featureHalf < 2 ? model.features() >>> Integer.SIZE * featureHalf & 0xffff_ffffL : 0;
            case 12 -> driverFeatureHalf < 2 ? model.driverFeatures() >>> Integer.SIZE * driverFeatureHalf & 0xffff_ffffL : 0;
            case 16 -> configurationMessage;
            case 18 -> queueMessages.length;
            case 20 -> model.status();
            case 21 -> model.generation();
            case 22 -> selected;
            case 24 -> exists ? model.queue(selected).size() : 0;
            case 26 -> exists ? queueMessages[selected] : NO_MESSAGE;
            case 28 -> exists && model.queue(selected).isEnabled() ? 1 : 0;
            case 30 -> selected;
            default -> 0;
        };
    }

    @Override
    public void write(long offset, int bytes, long value) {
        if (offset >= VirtioFunction.NOTIFY) {
            int queue = (int) (offset - VirtioFunction.NOTIFY) / VirtioFunction.NOTIFY_MULTIPLIER;
            if (queue < queueMessages.length && model.queue(queue).isEnabled()) {
                model.notified(queue);
            }
        } else if (offset < VirtioFunction.INTERRUPT_STATUS) {
            writeCommon((int) offset, (int) value);
        }
    }

    private void writeCommon(int offset, int value) {
        switch (offset) {
            case 0 -> featureHalf = value;
            case 8 -> driverFeatureHalf = value;
            case 12 -> {
                long kept = model.driverFeatures() & ~(0xffff_ffffL << Integer.SIZE * driverFeatureHalf);
                model.writeFeatures(kept | (value & 0xffff_ffffL) << Integer.SIZE * driverFeatureHalf);
            }
            case 16 -> configurationMessage = existing(value);
            case 20 -> {
                model.writeStatus(value & 0xff);
                if (value == 0) {
                    takeEvents.getAsInt();
                    reset();
                }
            }
            case 22 -> selected = value & 0xffff;
            default -> {
                if (selected < queueMessages.length) {
                    writeQueue(model.queue(selected), offset, value);
                }
            }
        }
    }

    private void writeQueue(DeviceQueue queue, int offset, int value) {
        switch (offset) {
            case 24 -> queue.resize(value & 0xffff);
            case 26 -> queueMessages[selected] = existing(value);
            case 28 -> queue.enable();
            case 32, 36, 40, 44, 48, 52 -> queue.place((offset - 32) / Long.BYTES, offset % Long.BYTES != 0, value & 0xffff_ffffL);
            default -> { }
        }
    }

    private int existing(int message) {
        return message >= 0 && message < messages ? message : NO_MESSAGE;
    }
}
