package org.asterism.ostd.heap;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.mm.HeapStatistics;
import org.asterism.ostd.runtime.ClassMetadata;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.SimulatedMemory;

/** A heap with its memory, tasks, static slots and classes, all simulated. */
final class SimulatedWorld extends PreciseRoots implements AutoCloseable {
    private static final long SIDE_BYTES = 1 << 20;
    private static final int STATIC_SLOTS = 16;

    final SimulatedHeapMemory memory;
    final SimulatedClasses classes;
    final List<SimulatedTask> tasks = new ArrayList<>();
    final long weakClass;
    final long softClass;
    final long queueClass;
    final long nodeClass;
    final long arrayClass;
    final long bytesClass;
    final ObjectHeap heap;
    private final long side;
    private final long statics;

    SimulatedWorld(int blocks, HeapOptions options) {
        memory = new SimulatedHeapMemory(blocks);
        side = SimulatedMemory.reserve(SIDE_BYTES);
        statics = side;
        classes = new SimulatedClasses(side + 4096);
        weakClass = classes.instance(4, ClassMetadata.FLAG_REFERENCE);
        softClass = classes.instance(4, ClassMetadata.FLAG_REFERENCE);
        queueClass = classes.instance(1);
        nodeClass = classes.instance(2);
        arrayClass = classes.referenceArray();
        bytesClass = classes.byteArray();
        addTask();
        heap = new ObjectHeap(memory, new Roots(), this, new ReferenceLayout(SimulatedClasses.REFERENT, SimulatedClasses.QUEUE, queueClass, softClass), options);
    }

    SimulatedTask addTask() {
        SimulatedTask task = new SimulatedTask(side + (64 << 10) + tasks.size() * SimulatedTask.bytes(), tasks.size() + 1);
        tasks.add(task);
        return task;
    }

    SimulatedTask main() {
        return tasks.get(0);
    }

    private final class Roots extends RootProvider {
        @Override
        public void stopWorld() {
            // tests run one task at a time
        }

        @Override
        public void resumeWorld() {
            // nothing was stopped
        }

        @Override
        public void visitRoots(RootScanner scanner, long currentStackPointer) {
            for (SimulatedTask task : tasks) {
                scanner.task(task.area, task.stackPointer());
            }
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void collectWithSavedRegisters(ObjectHeap collected, int part) {
            collected.collectFrom(0, part);
        }
    }

    /** Allocates as compiled code does: from the run, else from the heap; 0 when there is no memory. */
    long instance(SimulatedTask task, long metadata) {
        long bytes = Address.loadInt(metadata + ClassMetadata.INSTANCE_SIZE);
        return allocate(task, bytes, metadata, 0);
    }

    long array(SimulatedTask task, long metadata, int length) {
        long bytes = ObjectLayout.align(ObjectLayout.ARRAY_DATA + ((long) length << Address.loadByte(metadata + ClassMetadata.ELEMENT_SHIFT)));
        return allocate(task, bytes, metadata, length);
    }

    private long allocate(SimulatedTask task, long bytes, long metadata, int length) {
        if (bytes <= SizeClasses.LARGEST) {
            long object = AllocationRuns.tryAllocate(task.area, SizeClasses.of(bytes), metadata, length);
            if (object != 0) {
                return object;
            }
        }
        return heap.allocate(task.area, bytes, metadata, length);
    }

    /** Stores a reference as compiled code does. */
    void store(long slot, long object) {
        announce(object);
        Address.storeLong(slot, object);
    }

    /** What compiled code does before it stores a reference; it may be interrupted in between. */
    void announce(long object) {
        if (heap.isMarking()) {
            heap.tell(object);
        }
    }

    void collect() {
        heap.collect(HeapStatistics.CAUSE_REQUEST);
    }

    void staticSlot(int index, long object) {
        store(statics + index * 8L, object);
    }

    /** Whether the cell of an object is still in use. */
    static boolean exists(long object) {
        return Block.isAllocated(object) && AllocationRuns.holdsObject(object);
    }

    @Override
    public long slotsStart() {
        return statics;
    }

    @Override
    public long slotsEnd() {
        return statics + STATIC_SLOTS * 8;
    }

    @Override
    public long objectsStart() {
        return 0;
    }

    @Override
    public long objectsEnd() {
        return 0;
    }

    @Override
    public long arenaStart() {
        return 0;
    }

    @Override
    public long arenaEnd() {
        return 0;
    }

    @Override
    public long markingFlag() {
        return statics + STATIC_SLOTS * 8;
    }

    @Override
    public void close() {
        memory.close();
        SimulatedMemory.release(side, SIDE_BYTES);
    }
}
