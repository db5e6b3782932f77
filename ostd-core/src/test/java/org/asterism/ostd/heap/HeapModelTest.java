package org.asterism.ostd.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;

/** Random mutators against a graph of ordinary Java objects: nothing reachable is lost or changed, no memory is used twice. */
class HeapModelTest {
    private static final int STEPS = 6_000;

    /** How collections come about. */
    private enum Pace {
        /** When memory asks for them. */
        ORDINARY(0, 0),
        /** All at once, often. */
        WHOLE(97, 0),
        /** One after the other, in steps between which all tasks go on. */
        STEPS(0, 40),
        /** In steps, and some of them ended at once. */
        MIXED(211, 15);

        private final int collectEvery;
        private final int stepUnits;

        Pace(int collectEvery, int stepUnits) {
            this.collectEvery = collectEvery;
            this.stepUnits = stepUnits;
        }
    }

    private static final class Model {
        final long address;
        final int stamp;
        final long slots;
        final Model[] references;

        Model(long address, int stamp, long slots, int references) {
            this.address = address;
            this.stamp = stamp;
            this.slots = slots;
            this.references = new Model[references];
        }
    }

    private final Map<SimulatedTask, Model[]> variables = new HashMap<>();
    private SimulatedWorld world;
    private Random random;
    private int stamps;

    @Property(tries = 25)
    void nothingReachableIsLostAndNothingIsUsedTwice(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int tasks, @ForAll Pace pace) {
        random = new Random(seed);
        variables.clear();
        try (SimulatedWorld fresh = new SimulatedWorld(768, new HeapOptions(2 << 20, pace.collectEvery, pace.stepUnits, true, true))) {
            world = fresh;
            while (world.tasks.size() < tasks) {
                world.addTask();
            }
            world.tasks.forEach(task -> variables.put(task, new Model[SimulatedTask.SLOTS]));
            for (int i = 0; i < STEPS; i++) {
                step(world.tasks.get(random.nextInt(tasks)));
            }
            world.collect();
            check();
        }
    }

    private void step(SimulatedTask task) {
        Model[] slots = variables.get(task);
        int slot = random.nextInt(SimulatedTask.SLOTS);
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> put(task, slot, newNode(task));
            case 4 -> put(task, slot, newArray(task));
            case 5 -> {
                world.array(task, world.bytesClass, random.nextInt(random.nextInt(20) == 0 ? 100_000 : 600));
            }
            case 6 -> put(task, slot, null);
            case 7 -> {
                if (random.nextInt(200) == 0) {
                    world.collect();
                    check();
                }
            }
            case 8, 9, 10, 11 -> take(task, slot, slots[random.nextInt(SimulatedTask.SLOTS)]);
            default -> link(slots[slot], slots[random.nextInt(SimulatedTask.SLOTS)]);
        }
    }

    private void put(SimulatedTask task, int slot, Model model) {
        variables.get(task)[slot] = model;
        long inside = model == null || random.nextInt(8) != 0 ? 0 : 1 + random.nextInt(15);
        task.slot(slot, model == null ? 0 : model.address + inside);
    }

    /** Loads a reference into a variable and may take it out of the heap: then a collector that looked at the variable before must be told where it goes. */
    private void take(SimulatedTask task, int slot, Model from) {
        if (from == null || from.references.length == 0) {
            return;
        }
        int index = random.nextInt(from.references.length);
        Model taken = from.references[index];
        if (taken != null) {
            put(task, slot, taken);
            if (random.nextBoolean()) {
                from.references[index] = null;
                world.store(from.slots + index * 8L, 0);
            }
        }
    }

    private Model newNode(SimulatedTask task) {
        long address = world.instance(task, world.nodeClass);
        assertThat(Address.loadLong(address + 16) | Address.loadLong(address + 24)).isZero();
        Address.storeInt(address + 12, ++stamps);
        return new Model(address, stamps, address + 16, 2);
    }

    private Model newArray(SimulatedTask task) {
        int length = random.nextInt(random.nextInt(10) == 0 ? 9_000 : 60);
        long address = world.array(task, world.arrayClass, length);
        for (int i = 0; i < length; i++) {
            assertThat(Address.loadLong(address + ObjectLayout.ARRAY_DATA + i * 8L)).isZero();
        }
        return new Model(address, length, address + ObjectLayout.ARRAY_DATA, length);
    }

    private void link(Model from, Model to) {
        if (from != null && from.references.length > 0) {
            int index = random.nextInt(from.references.length);
            from.references[index] = to;
            world.store(from.slots + index * 8L, to == null ? 0 : to.address);
        }
    }

    private void check() {
        Set<Model> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<Long, Model> places = new HashMap<>();
        Deque<Model> pending = new ArrayDeque<>();
        variables.values().forEach(slots -> {
            for (Model model : slots) {
                if (model != null && reached.add(model)) {
                    pending.add(model);
                }
            }
        });
        while (!pending.isEmpty()) {
            Model model = pending.poll();
            assertThat(places.put(model.address, model)).as("two objects at one address").isNull();
            assertThat(SimulatedWorld.exists(model.address)).as("object %x", model.address).isTrue();
            assertThat(Address.loadInt(model.address + 12)).isEqualTo(model.stamp);
            for (int i = 0; i < model.references.length; i++) {
                Model target = model.references[i];
                assertThat(Address.loadLong(model.slots + i * 8L)).isEqualTo(target == null ? 0 : target.address);
                if (target != null && reached.add(target)) {
                    pending.add(target);
                }
            }
        }
    }
}
