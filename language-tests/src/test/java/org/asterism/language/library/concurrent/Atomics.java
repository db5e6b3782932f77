package org.asterism.language.library.concurrent;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** The atomic variables, in every memory mode, and {@link TimeUnit}. */
@Covers({AtomicBoolean.class, AtomicInteger.class, AtomicIntegerArray.class, AtomicLong.class, AtomicLongArray.class, AtomicMarkableReference.class, AtomicReference.class,
    AtomicReferenceArray.class, AtomicStampedReference.class, LongAccumulator.class, LongAdder.class, TimeUnit.class})
public final class Atomics {
    private Atomics() {}

    /** Runs. */
    public static void main(String[] arguments) {
        ints();
        longs();
        references();
        arrays();
        adders();
        units();
    }

    private static void ints() {
        AtomicInteger a = new AtomicInteger(5);
        Outcome.show("int", a, a.get(), a.incrementAndGet(), a.getAndIncrement(), a.decrementAndGet(), a.getAndDecrement(), a.addAndGet(10), a.getAndAdd(-3), a.getAndSet(100), a.compareAndSet(100, 7), a.compareAndSet(100, 8),
                a.updateAndGet(x -> x * 2), a.getAndUpdate(x -> x + 1), a.accumulateAndGet(3, Math::max), a.getAndAccumulate(4, Integer::sum), a.intValue(), a.longValue());
        a.set(1);
        a.lazySet(2);
        a.setPlain(3);
        a.setOpaque(4);
        a.setRelease(5);
        Outcome.show("modes", a.getPlain(), a.getOpaque(), a.getAcquire(), a.compareAndExchange(5, 6), a.compareAndExchangeAcquire(9, 7), a.compareAndExchangeRelease(6, 8), a.weakCompareAndSetPlain(8, 9),
                a.weakCompareAndSetVolatile(9, 10), a.weakCompareAndSetAcquire(10, 11), a.weakCompareAndSetRelease(0, 1), a);
        AtomicBoolean b = new AtomicBoolean();
        Outcome.show("boolean", b, b.compareAndSet(false, true), b.getAndSet(false), b.get(), b.compareAndExchange(false, true), b.getPlain(), b.weakCompareAndSetPlain(true, false), b.getAcquire(), b.getOpaque());
        b.lazySet(true);
        b.setRelease(b.getPlain());
        b.setOpaque(!b.get());
        b.setPlain(!b.get());
        Outcome.show("then", b);
    }

    private static void longs() {
        AtomicLong a = new AtomicLong(1L << 40);
        Outcome.show("long", a, a.incrementAndGet(), a.getAndDecrement(), a.addAndGet(-5), a.getAndAdd(9), a.getAndSet(3), a.compareAndSet(3, 4), a.updateAndGet(x -> x << 3), a.getAndAccumulate(2, Long::sum),
                a.accumulateAndGet(1, (x, y) -> x - y), a.getAndUpdate(x -> 0), a.decrementAndGet(), a.getAndIncrement(), a.intValue(), a.compareAndExchange(0, 77), a.getAcquire(), a.getPlain());
        a.setRelease(5);
        a.lazySet(a.getOpaque() + 1);
        Outcome.show("then", a, a.weakCompareAndSetVolatile(6, 7), a.weakCompareAndSetAcquire(6, 8), a.compareAndExchangeAcquire(7, 9), a.compareAndExchangeRelease(9, 10), a.get());
    }

    private static void references() {
        AtomicReference<String> a = new AtomicReference<>("a");
        Outcome.show("reference", a, a.get(), a.compareAndSet("a", "b"), a.getAndSet("c"), a.updateAndGet(x -> x + x), a.getAndUpdate(String::toUpperCase), a.accumulateAndGet("x", String::concat), a.getAndAccumulate("y", String::concat),
                a.compareAndExchange("no", "z"), a.getPlain(), a.getAcquire(), a.getOpaque(), new AtomicReference<>().get());
        a.lazySet("l");
        a.setRelease(a.get() + "r");
        a.setOpaque(a.get() + "o");
        a.setPlain(a.get() + "p");
        Outcome.show("then", a, a.weakCompareAndSetPlain(a.get(), "w"), a.weakCompareAndSetRelease("w", "v"), a.compareAndExchangeAcquire("v", "u"), a.compareAndExchangeRelease("u", null), a);
        AtomicMarkableReference<String> marked = new AtomicMarkableReference<>("m", false);
        boolean[] mark = new boolean[1];
        Outcome.show("marked", marked.getReference(), marked.isMarked(), marked.compareAndSet("m", "n", false, true), marked.attemptMark("n", false), marked.get(mark), mark, marked.weakCompareAndSet("n", "o", false, false));
        marked.set("p", true);
        AtomicStampedReference<String> stamped = new AtomicStampedReference<>("s", 1);
        int[] stamp = new int[1];
        Outcome.show("stamped", stamped.compareAndSet("s", "t", 1, 2), stamped.compareAndSet("s", "u", 1, 2), stamped.attemptStamp("t", 3), stamped.get(stamp), stamp, stamped.getStamp(), stamped.getReference(), marked.isMarked(),
                stamped.weakCompareAndSet("t", "t", 3, 4));
        stamped.set("x", 9);
        Outcome.show("set", stamped.getStamp(), stamped.getReference());
    }

    private static void arrays() {
        AtomicIntegerArray ints = new AtomicIntegerArray(new int[] {1, 2, 3});
        Outcome.show("ints", ints, ints.length(), ints.incrementAndGet(0), ints.getAndAdd(1, 5), ints.compareAndSet(2, 3, 9), ints.updateAndGet(2, x -> x * x), ints.accumulateAndGet(0, 4, Math::min), ints.getAndSet(1, 0), ints.getAcquire(1),
                ints.decrementAndGet(1), ints.compareAndExchange(0, 2, 6), ints);
        Outcome.run("outside", () -> ints.get(3));
        Outcome.run("outside", () -> ints.set(-1, 0));
        AtomicLongArray longs = new AtomicLongArray(2);
        longs.set(0, 1L << 50);
        longs.lazySet(1, 3);
        Outcome.show("longs", longs, longs.addAndGet(1, 4), longs.getAndIncrement(0), longs.getAndUpdate(0, x -> -x), longs.compareAndSet(0, 0, 1), longs.getPlain(0), longs.weakCompareAndSetVolatile(1, 7, 8), longs);
        AtomicReferenceArray<String> strings = new AtomicReferenceArray<>(new String[] {"a", null});
        Outcome.show("strings", strings, strings.compareAndSet(1, null, "b"), strings.getAndSet(0, "c"), strings.updateAndGet(1, x -> x + "!"), strings.getAndAccumulate(0, "d", String::concat), strings.compareAndExchange(0, "x", "y"), strings);
        Outcome.run("outside", () -> strings.get(2));
        strings.setRelease(0, "r");
        Outcome.show("then", strings.getAcquire(0), strings.length());
    }

    private static void adders() {
        LongAdder adder = new LongAdder();
        LongAccumulator largest = new LongAccumulator(Long::max, Long.MIN_VALUE);
        for (int i = 0; i < 1000; i++) {
            adder.add(i);
            adder.increment();
            largest.accumulate(i * 7919L % 1009);
        }
        adder.decrement();
        Outcome.show("adders", adder, adder.sum(), adder.sumThenReset(), adder.intValue(), largest, largest.get(), largest.getThenReset(), largest.longValue());
        adder.add(5);
        adder.reset();
        largest.reset();
        Outcome.show("reset", adder.sum(), largest.intValue());
    }

    private static void units() {
        for (TimeUnit unit : TimeUnit.values()) {
            for (long duration : new long[] {0, 1, -1, 59, 86_399, 1_000_000_007, Long.MAX_VALUE, Long.MIN_VALUE}) {
                StringBuilder converted = new StringBuilder();
                for (TimeUnit target : TimeUnit.values()) {
                    converted.append(target.convert(duration, unit)).append(' ');
                }
                Outcome.show(unit + " " + duration, converted, unit.toNanos(duration), unit.toMicros(duration), unit.toMillis(duration), unit.toSeconds(duration), unit.toMinutes(duration), unit.toHours(duration), unit.toDays(duration));
            }
        }
        Outcome.print("valueOf", () -> TimeUnit.valueOf("WEEKS"));
        Outcome.run("null", () -> TimeUnit.DAYS.convert(1, null));
    }
}
