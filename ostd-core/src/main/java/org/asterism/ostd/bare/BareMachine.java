package org.asterism.ostd.bare;

import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.failure.Taint;
import org.asterism.ostd.frames.UntypedMemory;
import org.asterism.ostd.paging.UserPaging;
import org.asterism.ostd.platform.HeapFigures;
import org.asterism.ostd.platform.PlatformService;
import org.asterism.ostd.power.Endings;
import org.asterism.ostd.scheduling.TaskService;
import org.asterism.ostd.scheduling.TaskStacks;
import org.asterism.ostd.scheduling.TimerService;
import org.asterism.ostd.spi.AddressSpaces;
import org.asterism.ostd.spi.FrameMemory;
import org.asterism.ostd.spi.Machine;
import org.asterism.ostd.spi.ObjectHeap;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.spi.Platform;
import org.asterism.ostd.spi.Tasks;
import org.asterism.ostd.spi.Timers;
import org.asterism.ostd.spi.UserAccess;
import org.asterism.ostd.spi.UserExecution;
import org.asterism.ostd.usermode.UserAccessService;
import org.asterism.ostd.usermode.UserModeService;

/** The machine behind the API: put together by {@link BareKernel}. */
final class BareMachine implements Machine {
    private static TaskStacks stacks;

    private final UntypedMemory frames;
    private final PlatformService platform;
    private final HeapFigures heap = new HeapFigures();
    private final Taint taint = new Taint();
    private final DeviceSupport support;
    private DeviceRegistry devices;
    private final Endings endings = new Endings();
    private UserPaging addressSpaces;
    private UserAccessService userAccess;
    private TaskService tasks;
    private TimerService timers;
    private UserModeService userExecution;

    BareMachine(UntypedMemory frames, PlatformService platform, DeviceSupport support) {
        this.frames = frames;
        this.platform = platform;
        this.support = support;
    }

    /** Makes this the machine of the API. The rest is given before anything asks for it. */
    void bind() {
        Ostd.bind(this);
    }

    void provide(UserPaging spaces, UserAccessService access) {
        addressSpaces = spaces;
        userAccess = access;
    }

    void provide(TaskService taskService, TimerService timerService, UserModeService userMode, TaskStacks taskStacks) {
        tasks = taskService;
        timers = timerService;
        userExecution = userMode;
        stacks = taskStacks;
    }

    /** Tells whether an address lies in a guard below a kernel stack. */
    static boolean isStackGuard(long address) {
        long bootGuard = ImageSymbols.bootStack();
        return stacks != null && stacks.isGuard(address) || address >= bootGuard && address < bootGuard + 4096;
    }

    @Override
    public FrameMemory frames() {
        return frames;
    }

    @Override
    public AddressSpaces addressSpaces() {
        return addressSpaces;
    }

    @Override
    public UserAccess userAccess() {
        return userAccess;
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
        return userExecution;
    }

    @Override
    public Timers timers() {
        return timers;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public Taint taint() {
        return taint;
    }

    @Override
    public DeviceRegistry devices() {
        if (devices == null) {
            devices = new DeviceRegistry();
            if (support != null) {
                support.discover(devices);
            }
        }
        return devices;
    }

    @Override
    public Endings endings() {
        return endings;
    }
}
