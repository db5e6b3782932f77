package org.asterism.language.programs.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Moves the only references to objects about by every kind of store there is, so that a collector that marks meanwhile loses an object if one
 * kind does not tell it: fields, static fields, elements, copies of arrays and of objects, atomics, handles, concurrent maps.
 */
public final class ReferenceStores {
    private static final int PLACES = 64;
    private static final VarHandle HELD;

    private static Item shared = new Item(0);

    static {
        try {
            HELD = MethodHandles.lookup().findVarHandle(Holder.class, "held", Item.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private ReferenceStores() {}

    private static final class Item {
        private final int number;
        private final int[] check;

        private Item(int number) {
            this.number = number;
            check = new int[] {number, ~number};
        }

        private int verified() {
            if (check[0] != number || check[1] != ~number) {
                throw new IllegalStateException("item " + number + " changed");
            }
            return number;
        }
    }

    private static final class Holder implements Cloneable {
        private Item field;
        private volatile Item visible;
        private Item held;

        private Holder copy() {
            try {
                return (Holder) clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Holder[] holders = new Holder[PLACES];
    private final AtomicReference<Item> atomic = new AtomicReference<>(new Item(-1));
    private final AtomicReferenceArray<Item> atomics = new AtomicReferenceArray<>(PLACES);
    private final ConcurrentHashMap<Integer, Item> map = new ConcurrentHashMap<>();
    private Item[] items = new Item[PLACES];

    /** Puts an item somewhere and returns what was there; nobody else refers to either. */
    private Item exchange(int way, int place, Item item) {
        Holder holder = holders[place];
        Item old;
        switch (way) {
            case 0 -> {
                old = holder.field;
                holder.field = item;
            }
            case 1 -> {
                old = holder.visible;
                holder.visible = item;
            }
            case 2 -> {
                old = items[place];
                items[place] = item;
            }
            case 3 -> {
                old = shared;
                shared = item;
            }
            case 4 -> old = atomic.getAndSet(item);
            case 5 -> {
                old = atomics.get(place);
                atomics.compareAndSet(place, old, item);
            }
            case 6 -> {
                old = (Item) HELD.getAndSet(holder, item);
            }
            case 7 -> {
                old = (Item) HELD.getAcquire(holder);
                HELD.setRelease(holder, item);
            }
            default -> old = map.put(place, item);
        }
        return old;
    }

    private void move(Random random) {
        int place = random.nextInt(PLACES);
        switch (random.nextInt(4)) {
            case 0 -> {
                Item last = items[PLACES - 1];
                System.arraycopy(items, place, items, place, PLACES - place);
                System.arraycopy(items, 0, items, 1, PLACES - 1);
                items[0] = last;
            }
            case 1 -> items = items.clone();
            case 2 -> holders[place] = holders[place].copy();
            default -> {
                Item[] larger = new Item[PLACES];
                System.arraycopy(items, 0, larger, 0, PLACES);
                items = larger;
            }
        }
    }

    /** Runs. */
    public static void main(String[] arguments) {
        Random random = new Random(7);
        ReferenceStores stores = new ReferenceStores();
        for (int i = 0; i < PLACES; i++) {
            stores.holders[i] = new Holder();
        }
        long digest = 0;
        Item carried = new Item(1);
        for (int i = 2; i < 300_000; i++) {
            Item old = stores.exchange(random.nextInt(9), random.nextInt(PLACES), carried);
            if (old != null) {
                digest = digest * 31 + old.verified();
            }
            carried = old == null || random.nextInt(16) == 0 ? new Item(i) : old;
            if (random.nextInt(8) == 0) {
                stores.move(random);
            }
        }
        System.out.println("items moved, digest " + digest);
    }
}
