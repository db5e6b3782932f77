package org.asterism.language.programs.runtime;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.WeakHashMap;

/** Weak references are cleared and enqueued, reachable ones are not, soft ones survive as long as there is memory. */
public final class References {
    private References() {}

    private static final class Key {
        private final int number;

        private Key(int number) {
            this.number = number;
        }
    }

    /** What {@code enqueue} does is for whoever calls it, not for whoever asks a queue. */
    private static final class Unasked extends WeakReference<Key> {
        private Unasked(Key key, ReferenceQueue<Key> queue) {
            super(key, queue);
        }

        @Override
        public boolean enqueue() {
            throw new AssertionError("enqueued by a call");
        }
    }

    private static void fill(List<WeakReference<Key>> weak, List<Key> kept, ReferenceQueue<Key> queue) {
        for (int i = 0; i < 1000; i++) {
            Key key = new Key(i);
            weak.add(i % 2 == 0 ? new WeakReference<>(key, queue) : new Unasked(key, queue));
            if (i % 10 == 0) {
                kept.add(key);
            }
        }
    }

    private static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1); // overwrites what the stack remembers
    }

    /** Whether a reference was cleared and not enqueued: on HotSpot another thread does that, to one after the other. */
    private static boolean isUnderWay(List<WeakReference<Key>> weak, IdentityHashMap<Object, Object> seen) {
        for (WeakReference<Key> each : weak) {
            if (each.get() == null && !seen.containsKey(each)) {
                return true;
            }
        }
        return false;
    }

    /** Runs. */
    public static void main(String[] arguments) throws InterruptedException {
        List<WeakReference<Key>> weak = new ArrayList<>();
        List<Key> kept = new ArrayList<>();
        ReferenceQueue<Key> queue = new ReferenceQueue<>();
        fill(weak, kept, queue);
        SoftReference<int[]> soft = new SoftReference<>(new int[] {7});
        WeakHashMap<Key, String> map = new WeakHashMap<>();
        for (Key key : kept) {
            map.put(key, "v" + key.number);
        }
        for (int i = 0; i < 100; i++) {
            map.put(new Key(i), "lost");
        }
        depth(100);
        IdentityHashMap<Object, Object> seen = new IdentityHashMap<>();
        int enqueued = 0;
        for (int attempt = 0; attempt < 100 && (enqueued < 890 || isUnderWay(weak, seen)); attempt++) {
            System.gc();
            System.runFinalization();
            Thread.sleep(1);
            for (Object reference = queue.poll(); reference != null; reference = queue.poll()) {
                enqueued++;
                seen.put(reference, reference);
            }
        }
        int wrong = 0;
        for (WeakReference<Key> each : weak) {
            Key key = each.get();
            if (key != null && kept.contains(key) == seen.containsKey(each)) {
                wrong++;
            }
            if (key == null && !seen.containsKey(each)) {
                wrong++;
            }
        }
        boolean most = enqueued >= 890 && enqueued <= 900;
        System.out.println("kept " + kept.size() + ", nearly all others enqueued " + most + ", wrong " + wrong);
        System.out.println("soft " + soft.get()[0] + ", map holds the kept " + (map.size() >= 100 && map.size() <= 110));
        for (Key key : kept) {
            if (!("v" + key.number).equals(map.get(key))) {
                System.out.println("map lost " + key.number);
            }
        }
    }
}
