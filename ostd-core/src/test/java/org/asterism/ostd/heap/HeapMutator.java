package org.asterism.ostd.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.asterism.ostd.mm.HeapFigure;
import org.asterism.ostd.mm.HeapStatistics;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ThreadArea;

/** Tasks that do single steps on a simulated heap, and the graph of ordinary objects that tells what the heap must hold. */
final class HeapMutator implements AutoCloseable {
    static final int TASKS = 3;
    /** Variables of a task. Behind them lie the registers of an interrupted store. */
    static final int VARIABLES = 8;
    private static final int REGISTERS = 60;
    private static final int BLOCKS = 256;
    private static final int TEETH = 40_000;

    /** What a task does. */
    enum Kind {
        NODE, ARRAY, LARGE_ARRAY, BYTES, WEAK, SOFT, FORGET, LINK, UNLINK, LOAD, BEGIN_ALLOCATION, END_ALLOCATION, BEGIN_STORE, END_STORE,
        STEP, COLLECT, LAST_RESORT, TAKE_REFERENCE, HOARD, RELEASE, LIMIT, COMB, END_TASK
    }

    /** One step: which task, two of its variables, and a number for the rest. */
    record Step(Kind kind, int task, int to, int from, int number) {}

    private static final class Model {
        private final long address;
        private final int stamp;
        private final long slots;
        private final Model[] references;
        private final boolean soft;
        /** Of a reference object; null for others and once cleared. */
        private Model referent;

        private Model(long address, int stamp, long slots, int references, Model referent, boolean soft) {
            this.address = address;
            this.stamp = stamp;
            this.slots = slots;
            this.references = new Model[references];
            this.referent = referent;
            this.soft = soft;
        }
    }

    /** A task of the model, and what it was interrupted in. */
    private static final class Owner {
        private final Model[] variables = new Model[VARIABLES];
        private final Model[] registers = new Model[2];
        private int storeIndex;
        /** The cell that an interrupted allocation has read from its run, 0 for none. */
        private long cell;
        private int stage;
    }

    final SimulatedWorld world;
    /** Whether stores are kept from the collector: the planted defect. */
    boolean silent;
    private final List<Owner> owners = new ArrayList<>();
    private final List<Model> all = new ArrayList<>();
    private final Set<Model> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Long> hoard = new ArrayList<>();
    private final Model queue;
    private int stamps;

    HeapMutator(HeapOptions options) {
        world = new SimulatedWorld(BLOCKS, options);
        while (world.tasks.size() < TASKS) {
            world.addTask();
        }
        for (int i = 0; i < TASKS; i++) {
            owners.add(new Owner());
        }
        queue = new Model(world.instance(world.main(), world.queueClass), 0, 0, 0, null, false);
        world.staticSlot(0, queue.address);
    }

    @Override
    public void close() {
        world.close();
    }

    /** Does a step, unless its task is in the middle of something that the step would disturb. */
    void run(Step step) {
        Owner owner = owners.get(step.task);
        SimulatedTask task = world.tasks.get(step.task);
        boolean interrupted = owner.cell != 0 || owner.registers[0] != null;
        switch (step.kind) {
            case STEP -> world.heap.step(1 + step.number, HeapStatistics.CAUSE_REQUEST);
            case COLLECT -> world.collect();
            case LAST_RESORT -> world.heap.collect(HeapStatistics.CAUSE_LAST_RESORT);
            case TAKE_REFERENCE -> takeReference();
            case HOARD -> hoard();
            case RELEASE -> release();
            case LIMIT -> world.memory.limitBytes = (64L + step.number * 2) * HeapMemory.BLOCK_BYTES;
            case END_ALLOCATION -> endAllocation(owner, task);
            case END_STORE -> endStore(owner, task);
            default -> {
                if (!interrupted) {
                    mutate(step, owner, task);
                }
            }
        }
    }

    private void mutate(Step step, Owner owner, SimulatedTask task) {
        Model from = owner.variables[step.from];
        switch (step.kind) {
            case NODE -> node(owner, task, step.to, step.number);
            case ARRAY -> array(owner, task, step.to, step.number * 7);
            case LARGE_ARRAY -> array(owner, task, step.to, 4_000 + step.number * 150);
            case BYTES -> world.array(task, world.bytesClass, step.number * step.number * 20);
            case WEAK, SOFT -> reference(owner, task, step);
            case FORGET -> put(owner, task, step.to, null, 0);
            case LINK -> link(from, step.number, owner.variables[step.to]);
            case UNLINK -> link(from, step.number, null);
            case LOAD -> load(owner, task, step.to, from, step.number);
            case BEGIN_ALLOCATION -> beginAllocation(owner, task, step.number % 3);
            case BEGIN_STORE -> beginStore(owner, task, from, step.number, owner.variables[step.to]);
            case COMB -> comb(owner, task);
            default -> {
                for (int i = 0; i < VARIABLES; i++) {
                    put(owner, task, i, null, 0);
                }
                world.heap.taskEnded(task.area);
            }
        }
    }

    private void put(Owner owner, SimulatedTask task, int variable, Model model, int inside) {
        owner.variables[variable] = model;
        task.slot(variable, model == null ? 0 : model.address + inside);
    }

    private Model adopt(long address, long slots, int references, Model referent, boolean soft) {
        Address.storeInt(address + ObjectLayout.FIRST_FIELD, ++stamps);
        Model model = new Model(address, stamps, slots, references, referent, soft);
        all.add(model);
        return model;
    }

    private void node(Owner owner, SimulatedTask task, int to, int number) {
        long address = world.instance(task, world.nodeClass);
        if (address != 0) {
            assertThat(Address.loadLong(address + 16) | Address.loadLong(address + 24)).as("fields of a new object").isZero();
            put(owner, task, to, adopt(address, address + 16, 2, null, false), number % 16);
        }
    }

    private Model array(Owner owner, SimulatedTask task, int to, int length) {
        long address = world.array(task, world.arrayClass, length);
        if (address == 0) {
            return null;
        }
        for (int i = 0; i < length; i++) {
            assertThat(Address.loadLong(address + ObjectLayout.ARRAY_DATA + i * 8L)).as("element of a new array").isZero();
        }
        Model model = new Model(address, length, address + ObjectLayout.ARRAY_DATA, length, null, false);
        all.add(model);
        put(owner, task, to, model, 0);
        return model;
    }

    /** A reference object to a variable; of every two, one is registered with the queue. */
    private void reference(Owner owner, SimulatedTask task, Step step) {
        Model referent = owner.variables[step.from];
        boolean soft = step.kind == Kind.SOFT;
        long address = world.instance(task, soft ? world.softClass : world.weakClass);
        if (address != 0) {
            world.store(address + SimulatedClasses.REFERENT, referent == null ? 0 : referent.address);
            world.store(address + SimulatedClasses.QUEUE, step.number % 2 == 0 ? queue.address : 0);
            put(owner, task, step.to, adopt(address, 0, 0, referent, soft), 0);
        }
    }

    private void link(Model from, int number, Model to) {
        if (from != null && from.references.length > 0) {
            int index = number % from.references.length;
            from.references[index] = to;
            store(from.slots + index * 8L, to == null ? 0 : to.address);
        }
    }

    private void store(long slot, long object) {
        if (!silent) {
            world.announce(object);
        }
        Address.storeLong(slot, object);
    }

    private void load(Owner owner, SimulatedTask task, int to, Model from, int number) {
        if (from != null && from.references.length > 0) {
            put(owner, task, to, from.references[number % from.references.length], 0);
        }
    }

    /** A comb, which makes the mark stack as deep as it is long. */
    private void comb(Owner owner, SimulatedTask task) {
        for (int i = 0; i < TEETH; i++) {
            Model back = owner.variables[0];
            node(owner, task, 1, 0);
            node(owner, task, 0, 0);
            link(owner.variables[0], 0, owner.variables[1]);
            link(owner.variables[0], 1, back);
        }
    }

    /** The first instructions of {@link AllocationRuns#tryAllocate}, up to a stage. */
    private void beginAllocation(Owner owner, SimulatedTask task, int stage) {
        long run = task.area + ThreadArea.RUNS + SizeClasses.of(32) * ThreadArea.RUN_BYTES;
        long cell = Address.loadLong(run + ThreadArea.RUN_CURSOR);
        if (cell == Address.loadLong(run + ThreadArea.RUN_LIMIT)) {
            return;
        }
        owner.cell = cell;
        owner.stage = stage;
        if (stage > 0) {
            Address.storeInt(cell + ObjectLayout.ARRAY_LENGTH, 0);
        }
        if (stage > 1) {
            Address.storeLong(cell + ObjectLayout.CLASS_POINTER, world.nodeClass);
        }
    }

    /** The rest of them: the cell must still be the task's, and still be zero. */
    private void endAllocation(Owner owner, SimulatedTask task) {
        long cell = owner.cell;
        if (cell != 0) {
            long run = task.area + ThreadArea.RUNS + SizeClasses.of(32) * ThreadArea.RUN_BYTES;
            assertThat(Address.loadLong(run + ThreadArea.RUN_CURSOR)).as("cursor of an interrupted allocation").isEqualTo(cell);
            assertThat(Address.loadLong(cell + 16) | Address.loadLong(cell + 24)).as("cell of an interrupted allocation").isZero();
            Address.storeLong(cell + ObjectLayout.CLASS_POINTER, world.nodeClass);
            Address.storeLong(run + ThreadArea.RUN_CURSOR, cell + SizeClasses.cellBytes(SizeClasses.of(32)));
            owner.cell = 0;
            put(owner, task, 0, adopt(cell, cell + 16, 2, null, false), 0);
        }
    }

    /** Tells the collector if it must be told, and is interrupted before the store. */
    private void beginStore(Owner owner, SimulatedTask task, Model from, int number, Model to) {
        if (from != null && from.references.length > 0 && to != null) {
            owner.registers[0] = from;
            owner.registers[1] = to;
            owner.storeIndex = number % from.references.length;
            task.slot(REGISTERS, from.address);
            task.slot(REGISTERS + 1, to.address);
            if (!silent) {
                world.announce(to.address);
            }
        }
    }

    private void endStore(Owner owner, SimulatedTask task) {
        Model from = owner.registers[0];
        if (from != null) {
            from.references[owner.storeIndex] = owner.registers[1];
            Address.storeLong(from.slots + owner.storeIndex * 8L, owner.registers[1].address);
            owner.registers[0] = null;
            owner.registers[1] = null;
            task.slot(REGISTERS, 0);
            task.slot(REGISTERS + 1, 0);
        }
    }

    private void takeReference() {
        long address = world.heap.takePendingReference();
        if (address != 0) {
            Model model = all.stream().filter(one -> one.address == address && Address.loadInt(address + 12) == one.stamp).findFirst().orElseThrow();
            assertThat(Address.loadLong(address + SimulatedClasses.REFERENT)).as("referent of an enqueued reference").isZero();
            assertThat(taken.add(model)).as("enqueued for the first time").isTrue();
        }
    }

    /** Takes all memory there is, so that the mark stack cannot grow. */
    private void hoard() {
        for (long block = world.memory.acquire(1); block != 0; block = world.memory.acquire(1)) {
            hoard.add(block);
        }
    }

    private void release() {
        hoard.forEach(block -> world.memory.release(block, 1));
        hoard.clear();
    }

    /** Everything reachable is where it was, with its contents; cleared references had nothing to keep. */
    void check() {
        Set<Model> reached = reachable();
        TreeMap<Long, Model> places = new TreeMap<>();
        for (Model model : reached) {
            assertThat(SimulatedWorld.exists(model.address)).as("object %x exists", model.address).isTrue();
            assertThat(Address.loadInt(model.address + ObjectLayout.FIRST_FIELD)).as("stamp of object %x", model.address).isEqualTo(model.stamp);
            assertThat(places.put(model.address, model)).as("two objects at one address").isNull();
            for (int i = 0; i < model.references.length; i++) {
                long wanted = model.references[i] == null ? 0 : model.references[i].address;
                if (Address.loadLong(model.slots + i * 8L) != wanted) {
                    throw new AssertionError("reference " + i + " of object " + Long.toHexString(model.address) + " changed");
                }
            }
            checkReferent(model, reached);
        }
        Map.Entry<Long, Model> before = null;
        for (Map.Entry<Long, Model> place : places.entrySet()) {
            if (before != null) {
                assertThat(before.getKey() + AllocationRuns.bytesOf(before.getKey())).as("end of the object before").isLessThanOrEqualTo(place.getKey());
            }
            before = place;
        }
        assertThat(world.heap.usedBytes()).isLessThanOrEqualTo(world.heap.heldBytes());
        assertThat(world.heap.heldBytes()).isLessThanOrEqualTo((world.memory.takenBlocks() - hoard.size()) * HeapMemory.BLOCK_BYTES);
    }

    private static void checkReferent(Model model, Set<Model> reached) {
        if (model.referent != null) {
            long now = Address.loadLong(model.address + SimulatedClasses.REFERENT);
            if (now == 0) {
                assertThat(reached).as("a referent that was cleared").doesNotContain(model.referent);
                model.referent = null;
            } else {
                assertThat(now).isEqualTo(model.referent.address);
                assertThat(SimulatedWorld.exists(now) && Address.loadInt(now + ObjectLayout.FIRST_FIELD) == model.referent.stamp)
                        .as("the referent %x of a reference that was not cleared exists", now).isTrue();
            }
        }
    }

    private Set<Model> reachable() {
        Set<Model> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Model> pending = new ArrayDeque<>();
        for (Owner owner : owners) {
            reach(owner.variables, reached, pending);
            reach(owner.registers, reached, pending);
        }
        while (!pending.isEmpty()) {
            reach(pending.poll().references, reached, pending);
        }
        return reached;
    }

    private static void reach(Model[] models, Set<Model> reached, Deque<Model> pending) {
        for (Model model : models) {
            if (model != null && reached.add(model)) {
                pending.add(model);
            }
        }
    }

    /** Forgets everything; after a collection nothing of it is left. */
    void checkThatAllCanBeReclaimed() {
        release();
        world.memory.limitBytes = (long) BLOCKS * HeapMemory.BLOCK_BYTES;
        for (int i = 0; i < TASKS; i++) {
            endAllocation(owners.get(i), world.tasks.get(i));
            endStore(owners.get(i), world.tasks.get(i));
            run(new Step(Kind.END_TASK, i, 0, 0, 0));
            // simulated addresses are small numbers, which a count of bytes may look like
            Address.storeLong(world.tasks.get(i).area + ThreadArea.ALLOCATED_BYTES, 0);
        }
        world.heap.collect(HeapStatistics.CAUSE_LAST_RESORT);
        while (world.heap.takePendingReference() != 0) {
            continue;
        }
        world.collect();
        assertThat(world.heap.usedBytes()).as("bytes in use: the block of the queue").isEqualTo(HeapMemory.BLOCK_BYTES);
        for (Model model : all) {
            boolean besideQueue = Block.of(model.address) == Block.of(queue.address) && model.address != queue.address;
            assertThat(besideQueue && SimulatedWorld.exists(model.address)).as("object %x outlives its last use", model.address).isFalse();
        }
    }

    /** After a collection, the heap's own account holds at least what is reachable. */
    void checkAccount() {
        world.collect();
        check();
        long bytes = 0;
        for (Model model : reachable()) {
            bytes += AllocationRuns.bytesOf(model.address);
        }
        assertThat(world.heap.statistics().figure(HeapFigure.LIVE_BYTES)).as("live bytes").isGreaterThanOrEqualTo(bytes);
    }
}
