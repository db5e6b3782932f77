package org.asterism.ostd.host;

import java.util.Random;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.failure.Taint;
import org.asterism.ostd.frames.UntypedMemory;
import org.asterism.ostd.host.pci.SimulatedFunction;
import org.asterism.ostd.host.pci.SimulatedPciHost;
import org.asterism.ostd.paging.UserPaging;
import org.asterism.ostd.pci.PciBus;
import org.asterism.ostd.power.Endings;
import org.asterism.ostd.spi.AddressSpaces;
import org.asterism.ostd.spi.FrameMemory;
import org.asterism.ostd.spi.Machine;
import org.asterism.ostd.spi.ObjectHeap;
import org.asterism.ostd.spi.Platform;
import org.asterism.ostd.spi.Tasks;
import org.asterism.ostd.spi.Timers;
import org.asterism.ostd.spi.UserAccess;
import org.asterism.ostd.spi.UserExecution;

/** The parts of one simulated machine. */
final class HostMachine implements Machine {
    private final HostFrames frames;
    private final HostClock clock;
    private final HostTasks tasks;
    private final UntypedMemory untyped;
    private final UserPaging paging;
    private final HostUserAccess access;
    private final HostUserExecution execution;
    private final HostHeap heap = new HostHeap();
    private final Taint taint = new Taint();
    private final DeviceRegistry devices = new DeviceRegistry();
    private final SimulatedPciHost pci;
    private final PciBus bus;
    private final Endings endings = new Endings();
    private HostPlatform platform;
    /** What the API sees: the parts themselves, or gates to them. */
    private Parts parts;

    /** The parts of a machine by their contracts. */
    private record Parts(FrameMemory frames, AddressSpaces spaces, UserAccess access, ObjectHeap heap, Tasks tasks, UserExecution execution,
            Timers timers, Platform platform) {
        Parts gated(HostTasks gate) {
            return new Parts(Gate.around(gate, FrameMemory.class, frames), Gate.around(gate, AddressSpaces.class, spaces),
                    Gate.around(gate, UserAccess.class, access), Gate.around(gate, ObjectHeap.class, heap),
                    Gate.around(gate, Tasks.class, tasks), Gate.around(gate, UserExecution.class, execution),
                    Gate.around(gate, Timers.class, timers), Gate.around(gate, Platform.class, platform));
        }
    }

    HostMachine(long memoryBytes, boolean realTime, Random preemptions) {
        frames = new HostFrames(memoryBytes);
        pci = new SimulatedPciHost(frames.allocator(), frames.memoryBytes());
        bus = new PciBus(pci);
        clock = new HostClock(this, realTime);
        tasks = new HostTasks(this, preemptions);
        untyped = new UntypedMemory(frames.allocator());
        HostActivation activation = new HostActivation(tasks);
        paging = new UserPaging(frames.allocator(), new HostPageFormat(), new HostTranslation(), activation);
        access = new HostUserAccess(paging, untyped, activation);
        execution = new HostUserExecution(this);
    }

    void attach(HostPlatform attached) {
        platform = attached;
        parts = new Parts(untyped, paging, access, heap, tasks, execution, clock, platform);
    }

    /** Lets threads from outside call the API. */
    void share() {
        parts = parts.gated(tasks);
        tasks.startShared();
    }

    /** Adds a function to the PCI bus, and lets the bus find it. */
    void plug(SimulatedFunction function) {
        pci.plug(function);
        bus.scan(devices);
    }

    HostFrames hostFrames() {
        return frames;
    }

    HostClock clock() {
        return clock;
    }

    HostTasks hostTasks() {
        return tasks;
    }

    HostUserAccess hostAccess() {
        return access;
    }

    HostPlatform hostPlatform() {
        return platform;
    }

    HostUserExecution hostExecution() {
        return execution;
    }

    @Override
    public FrameMemory frames() {
        return parts.frames();
    }

    @Override
    public AddressSpaces addressSpaces() {
        return parts.spaces();
    }

    @Override
    public UserAccess userAccess() {
        return parts.access();
    }

    @Override
    public ObjectHeap heap() {
        return parts.heap();
    }

    @Override
    public Tasks tasks() {
        return parts.tasks();
    }

    @Override
    public UserExecution userExecution() {
        return parts.execution();
    }

    @Override
    public Timers timers() {
        return parts.timers();
    }

    @Override
    public Platform platform() {
        return parts.platform();
    }

    @Override
    public Taint taint() {
        return taint;
    }

    @Override
    public DeviceRegistry devices() {
        return devices;
    }

    @Override
    public Endings endings() {
        return endings;
    }
}
