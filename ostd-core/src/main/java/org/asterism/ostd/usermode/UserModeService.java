package org.asterism.ostd.usermode;

import org.asterism.ostd.arch.Processor;
import org.asterism.ostd.arch.UserEntry;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.scheduling.DeferredWork;
import org.asterism.ostd.scheduling.TaskState;
import org.asterism.ostd.scheduling.TaskSwitcher;
import org.asterism.ostd.spi.UserExecution;

/** The API's user mode: register images and the loop that runs them. */
public final class UserModeService implements UserExecution {
    private final UserEntry entry;
    private final Processor processor;
    private final TaskSwitcher switcher;
    private final DeferredWork deferred;

    /**
     * User mode of a machine.
     *
     * @param entry     of the architecture
     * @param processor for interrupts and time
     * @param switcher  that knows the current task
     * @param deferred  done between stays in user mode
     */
    public UserModeService(UserEntry entry, Processor processor, TaskSwitcher switcher, DeferredWork deferred) {
        this.entry = entry;
        this.processor = processor;
        this.switcher = switcher;
        this.deferred = deferred;
    }

    @Override
    public int execute(Object context) {
        TaskState task = switcher.current();
        if (!Preemption.isEnabled()) {
            throw new IllegalStateException("user mode entered with preemption off; release spin locks before");
        }
        if (!task.hasSpace()) {
            throw new IllegalStateException("user mode entered without an address space; call VmSpace.activate() first");
        }
        while (true) {
            long interrupts = processor.disableInterrupts();
            if (DeferredWork.isDue()) {
                processor.restoreInterrupts(interrupts);
                deferred.run();
                continue;
            }
            if (task.takeEvent()) {
                processor.restoreInterrupts(interrupts);
                return EVENT;
            }
            if (task.loaded() != context) {
                if (task.loaded() != null) {
                    entry.store(task.loaded());
                }
                entry.load(context);
                task.setLoaded(context);
            }
            switcher.requestStress();
            long before = processor.ticks();
            int reason = entry.enter(context);
            task.addUserTicks(processor.ticks() - before);
            if (entry.isKernelComputing()) {
                entry.store(context);
                task.setLoaded(null);
            }
            processor.restoreInterrupts(interrupts);
            if (reason != UserEntry.INTERRUPT) {
                return reason == UserEntry.SYSCALL ? SYSCALL : EXCEPTION;
            }
        }
    }

    @Override
    public Object createContext() {
        return entry.create();
    }

    @Override
    public Object copyContext(Object context) {
        unload(context);
        return entry.copy(context);
    }

    @Override
    public long register(Object context, int register) {
        return entry.register(context, register);
    }

    @Override
    public void setRegister(Object context, int register, long value) {
        if (entry.isLoaded(register)) {
            unload(context);
        }
        entry.setRegister(context, register, value);
    }

    @Override
    public int floatingPointBytes() {
        return entry.floatingPointBytes();
    }

    @Override
    public void saveFloatingPoint(Object context, byte[] into) {
        unload(context);
        entry.readFloatingPoint(context, into);
    }

    @Override
    public void restoreFloatingPoint(Object context, byte[] from) {
        unload(context);
        entry.writeFloatingPoint(context, from);
    }

    @Override
    public int exceptionKind(Object context) {
        return entry.exceptionKind(context);
    }

    @Override
    public long faultAddress(Object context) {
        return entry.faultAddress(context);
    }

    @Override
    public int faultAccess(Object context) {
        return entry.faultAccess(context);
    }

    @Override
    public int trapNumber(Object context) {
        return entry.trapNumber(context);
    }

    @Override
    public long errorCode(Object context) {
        return entry.errorCode(context);
    }

    /** Brings an image up to date whose registers are on the processor; it is loaded again when it next runs. */
    private void unload(Object context) {
        if (switcher.current().loaded() == context) {
            switcher.unload();
        }
    }
}
