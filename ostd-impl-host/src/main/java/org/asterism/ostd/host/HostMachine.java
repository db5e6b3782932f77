package org.asterism.ostd.host;

import java.util.Random;
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
    private final HostAddressSpaces spaces;
    private final HostUserExecution execution;
    private final HostHeap heap = new HostHeap();
    private HostPlatform platform;

    HostMachine(long memoryBytes, boolean realTime, Random preemptions) {
        frames = new HostFrames(memoryBytes);
        clock = new HostClock(this, realTime);
        tasks = new HostTasks(this, preemptions);
        spaces = new HostAddressSpaces(frames, tasks);
        execution = new HostUserExecution(this);
    }

    void attach(HostPlatform attached) {
        platform = attached;
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

    HostAddressSpaces hostSpaces() {
        return spaces;
    }

    HostPlatform hostPlatform() {
        return platform;
    }

    HostUserExecution hostExecution() {
        return execution;
    }

    @Override
    public FrameMemory frames() {
        return frames;
    }

    @Override
    public AddressSpaces addressSpaces() {
        return spaces;
    }

    @Override
    public UserAccess userAccess() {
        return spaces.access();
    }

    @Override
    public ObjectHeap heap() {
        return heap;
    }

    @Override
    public Tasks tasks() {
        return tasks;
    }

    @Override
    public UserExecution userExecution() {
        return execution;
    }

    @Override
    public Timers timers() {
        return clock;
    }

    @Override
    public Platform platform() {
        return platform;
    }
}
