package org.asterism.service.proc.thread;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.UserAbi;
import org.asterism.kernel.syscall.SyscallTable;
import org.asterism.ostd.failure.FailureReport;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.mm.MemoryStatistics;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.task.HeldLocks;
import org.asterism.ostd.task.Preemption;
import org.asterism.ostd.user.UserContext;
import org.asterism.ostd.user.UserMode;
import org.asterism.service.proc.allocation.CallAllocation;
import org.asterism.service.proc.process.CallState;
import org.asterism.service.proc.process.InterruptedCall;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.process.ThreadBody;

/** What a user thread's task does: run the program, serve what it asks for, deliver signals, until the thread ends. */
public final class UserLoop implements ThreadBody {
    private static final int SYSCALL_ARGUMENTS = 6;

    private final SyscallTable calls;
    private final CallAllocation allocation;
    private final UserAbi abi;
    private final ThreadEnd end;
    private final SignalDelivery delivery;
    private final MemoryShortage shortage;

    /**
     * A loop for any number of threads.
     *
     * @param calls what system calls do
     * @param allocation counts what they allocate
     * @param abi of the architecture
     * @param end what happens last
     * @param table of processes, one of which ends when there is no memory for a page
     */
    public UserLoop(SyscallTable calls, CallAllocation allocation, UserAbi abi, ThreadEnd end, ProcessTable table) {
        this.calls = calls;
        this.allocation = allocation;
        this.abi = abi;
        this.end = end;
        this.shortage = new MemoryShortage(table);
        this.delivery = new SignalDelivery(abi, shortage);
    }

    @Override
    public void run(ProgramThread thread) {
        try {
            begin(thread);
            while (!thread.isEnding()) {
                if (thread.isInterrupted() || thread.calls().interruptedCall() != null || thread.signals().hasMaskToRestore()) {
                    deliver(thread);
                } else {
                    step(thread);
                }
            }
        } finally {
            end.finish(thread);
        }
    }

    private void begin(ProgramThread thread) {
        if (thread.addressSpace() == null) {
            return;
        }
        thread.addressSpace().activate();
        if (thread.calls().storeIdOnStart() != 0) {
            byte[] id = new byte[4];
            LittleEndian.putInt(id, 0, thread.id());
            while (!thread.isEnding() && !tryWrite(thread.calls().storeIdOnStart(), id)) {
                shortage.relieve(thread);
            }
        }
    }

    /** Returns whether there was memory for the page, if it may be written. */
    private static boolean tryWrite(long address, byte[] word) {
        try {
            UserMemory.write(address, word, 0, word.length);
            return true;
        } catch (OutOfMemoryError noFrame) {
            return false;
        }
    }

    private void deliver(ProgramThread thread) {
        try {
            delivery.deliver(thread);
        } catch (OutOfMemoryError e) {
            MemoryShortage.kill(thread.process());
        }
    }

    private void step(ProgramThread thread) {
        UserContext context = thread.context();
        switch (UserMode.execute(context)) {
            case SYSCALL -> {
                // the number is read first: a call may change it, as execve and sigreturn do
                long number = context.syscallNumber();
                long before = MemoryStatistics.allocatedByTask();
                call(thread, context);
                allocation.count(number, MemoryStatistics.allocatedByTask() - before);
            }
            case EXCEPTION -> {
                try {
                    UserFaults.handle(thread, context, abi, shortage);
                } catch (OutOfMemoryError e) {
                    shortage.relieve(thread); // the same instruction will be tried again
                } catch (RuntimeException | Error e) {
                    contain(thread, e);
                }
            }
            case EVENT -> {
            }
        }
        if (HeldLocks.areHeld() || Preemption.isDisabled()) {
            int number = (int) thread.calls().running();
            FailureReport.note("a system call returned and left locks behind", calls.bundle(number), details(thread));
        }
        thread.calls().setRunning(CallState.NONE);
    }

    private void call(ProgramThread thread, UserContext context) {
        long number = context.syscallNumber();
        long first = context.syscallArgument(0);
        long result;
        // a signal that ends a wait is delivered under the mask of the wait
        boolean waitEnded = false;
        thread.calls().setRunning(number);
        int toFail = thread.allocationToFail();
        if (toFail != 0) {
            Allocation.failNth(toFail);
        }
        try (var refusable = Allocation.fallible()) {
            result = calls.call(thread, (int) number, first, context.syscallArgument(1), context.syscallArgument(2),
                    context.syscallArgument(3), context.syscallArgument(4), context.syscallArgument(5));
        } catch (KernelException e) {
            Errno errno = e.errno();
            if (errno.number() >= Errno.ERESTARTSYS.number()) {
                thread.calls().setInterruptedCall(new InterruptedCall(errno, number, first));
                errno = Errno.EINTR;
            }
            waitEnded = errno == Errno.EINTR;
            result = -errno.number();
        } catch (OutOfMemoryError e) {
            result = -Errno.ENOMEM.number();
        } catch (Throwable e) {
            contain(thread, e);
            return;
        } finally {
            if (toFail != 0) {
                thread.noteAllocationsLeft(toFail, Allocation.failNth(0));
            }
        }
        if (!waitEnded) {
            thread.signals().restoreMask();
        }
        context.setSyscallResult(result);
    }

    @Override
    public String activity(ProgramThread thread) {
        long number = thread.calls().running();
        if (number == CallState.NONE) {
            return null;
        }
        String name = calls.name((int) number);
        return name == null ? "a system call without a handler" : name;
    }

    @Override
    public void abandon(ProgramThread thread, Throwable failure) {
        Allocation.commit();
        contain(thread, failure);
        end.finish(thread);
    }

    /** A bug of the kernel: the process dies, the kernel goes on. */
    private void contain(ProgramThread thread, Throwable bug) {
        String where = thread.calls().running() == CallState.NONE ? "an exception of a program" : "a system call";
        FailureReport.contain(where, bug, details(thread));
        thread.process().signals().beginEnd(Signals.SIGSEGV);
    }

    /** Process and system call for a report; empty if there is no memory for them. */
    private String details(ProgramThread thread) {
        try {
            StringBuilder text = new StringBuilder("process ").append(thread.process().id()).append(" (").append(thread.command()).append(')');
            if (thread.calls().running() != CallState.NONE) {
                text.append(", system call ").append(thread.calls().running()).append(' ').append(activity(thread));
                for (int i = 0; i < SYSCALL_ARGUMENTS; i++) {
                    text.append(i == 0 ? "(0x" : ", 0x").append(Long.toHexString(thread.context().syscallArgument(i)));
                }
                text.append(')');
            }
            return text.toString();
        } catch (OutOfMemoryError e) {
            return "";
        }
    }
}
