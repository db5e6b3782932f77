package org.asterism.test;

import org.asterism.kernel.KernelException;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.mm.Allocation;

/**
 * Makes allocations of physical frames fail; objects are the JVM's, and do not fail here. In a kernel image the same counts take in objects, see
 * {@link Allocation#failNth}.
 */
public final class AllocationFaults {
    private static final int MOST_ALLOCATIONS = 100_000;

    private final TestMachine machine;

    AllocationFaults(TestMachine machine) {
        this.machine = machine;
    }

    /**
     * Lets so many more frames be allocated and no further one, by any task, until {@link #stop()}.
     *
     * @param allocations how many succeed, as long as none is given back
     */
    public void failAfter(long allocations) {
        machine.failFrameAllocationAfter(allocations);
    }

    /**
     * Makes one allocation of the running task fail, as if a program had asked for it.
     *
     * @param nth which one from here on, from 1
     * @param call what allocates
     * @param <T> what it returns
     * @return the result
     * @throws KernelException as the call
     * @throws OutOfMemoryError where the call lets it through, as system calls do: the user loop makes it ENOMEM
     */
    public <T> T failNth(int nth, KernelCall<T> call) throws KernelException {
        try (var fallible = Allocation.fallible()) {
            Allocation.failNth(nth);
            return call.run();
        } finally {
            Allocation.failNth(0);
        }
    }

    /**
     * Runs a call with its first allocation failing, then with its second, and so on until it gets through without one that fails.
     *
     * @param call what allocates; must fail with {@link OutOfMemoryError} or ENOMEM, and may be repeated after that
     * @param afterFailure checks what must hold when it has failed
     * @return how many allocations failed before the call got through
     * @throws KernelException when the call fails with anything but ENOMEM
     */
    public int failEach(KernelCall<?> call, Runnable afterFailure) throws KernelException {
        for (int nth = 1; nth <= MOST_ALLOCATIONS; nth++) {
            try (var fallible = Allocation.fallible()) {
                Allocation.failNth(nth);
                call.run();
                if (Allocation.failNth(0) > 0) {
                    return nth - 1;
                }
                // the allocation failed and the call coped
            } catch (OutOfMemoryError expected) {
                afterFailure.run();
            } catch (KernelException failure) {
                if (failure.errno() != org.asterism.kernel.abi.Errno.ENOMEM) {
                    throw failure;
                }
                afterFailure.run();
            } finally {
                Allocation.failNth(0);
            }
        }
        throw new AssertionError("the call still allocates after " + MOST_ALLOCATIONS + " allocations; give it less to do");
    }

    /** Lets allocations succeed again. */
    public void stop() {
        machine.stopFailingFrameAllocations();
        Allocation.failNth(0);
    }
}
