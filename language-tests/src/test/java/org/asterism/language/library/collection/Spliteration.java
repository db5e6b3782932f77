package org.asterism.language.library.collection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** {@link Spliterator}s: what each collection's says and how it splits. */
@Covers({Spliterator.class, Spliterator.OfPrimitive.class, Spliterator.OfInt.class, Spliterator.OfLong.class, Spliterator.OfDouble.class, Spliterators.class,
    Spliterators.AbstractSpliterator.class, Spliterators.AbstractIntSpliterator.class, Spliterators.AbstractLongSpliterator.class, Spliterators.AbstractDoubleSpliterator.class,
    PrimitiveIterator.class, PrimitiveIterator.OfInt.class, PrimitiveIterator.OfLong.class, PrimitiveIterator.OfDouble.class})
public final class Spliteration {
    private Spliteration() {}

    /** Runs. */
    public static void main(String[] arguments) {
        List<Integer> source = new ArrayList<>();
        for (int i = 0; i < 37; i++) {
            source.add(i * 5 % 37);
        }
        List<Collection<Integer>> collections = List.of(source, new LinkedList<>(source), new Vector<>(source), new ArrayDeque<>(source), new PriorityQueue<>(source), new LinkedHashSet<>(source),
                new TreeSet<>(source), new HashMap<>(java.util.Map.of(1, 2)).keySet(), new CopyOnWriteArrayList<>(source), new ConcurrentLinkedQueue<>(source), new ConcurrentLinkedDeque<>(source),
                new ConcurrentSkipListSet<>(source), ConcurrentHashMap.newKeySet(), Arrays.asList(1, 2, 3), List.of(1), Collections.unmodifiableList(source), source.subList(3, 20));
        for (Collection<Integer> collection : collections) {
            collection(collection);
        }
        Outcome.run("late change", () -> {
            Spliterator<Integer> late = source.spliterator();
            source.add(99);
            late.tryAdvance(x -> Outcome.show("first", x));
            source.add(100);
            late.forEachRemaining(x -> { });
        });
        Outcome.run("null", () -> source.spliterator().tryAdvance(null));
        primitives();
        own();
    }

    private static void collection(Collection<Integer> collection) {
        Spliterator<Integer> whole = collection.spliterator();
        Outcome.show(collection.getClass().getSimpleName(), whole.estimateSize(), whole.characteristics(), whole.getExactSizeIfKnown(), whole.hasCharacteristics(Spliterator.ORDERED));
        Outcome.print("comparator", whole::getComparator);
        StringBuilder text = new StringBuilder();
        split(whole, text, 0);
        Outcome.show("split", text);
    }

    private static <T> void split(Spliterator<T> right, StringBuilder text, int depth) {
        Spliterator<T> left = depth < 3 ? right.trySplit() : null;
        if (left != null) {
            text.append('(');
            split(left, text, depth + 1);
            text.append('|');
            split(right, text, depth + 1);
            text.append(')');
        } else {
            right.tryAdvance(x -> text.append(x).append('.'));
            right.forEachRemaining(x -> text.append(x).append(' '));
            text.append(right.tryAdvance(x -> text.append("late")) ? "!" : "");
        }
    }

    private static void primitives() {
        StringBuilder text = new StringBuilder();
        Spliterator.OfInt ints = Arrays.spliterator(new int[] {1, 2, 3, 4, 5});
        Spliterator.OfInt half = ints.trySplit();
        half.forEachRemaining((IntConsumer) x -> text.append(x).append(' '));
        ints.tryAdvance((IntConsumer) x -> text.append('<').append(x));
        ints.forEachRemaining((Consumer<? super Integer>) x -> text.append('>').append(x));
        Spliterator.OfPrimitive<Long, LongConsumer, Spliterator.OfLong> longs = Arrays.spliterator(new long[] {7, 8, 9}, 1, 3);
        longs.forEachRemaining((LongConsumer) x -> text.append(' ').append(x));
        Spliterator.OfDouble doubles = Spliterators.spliterator(new double[] {0.5, 1.5}, Spliterator.ORDERED);
        doubles.tryAdvance((java.util.function.DoubleConsumer) x -> text.append(' ').append(x));
        Outcome.show("primitives", text, doubles.estimateSize(), Spliterators.emptyIntSpliterator().estimateSize(), Spliterators.emptySpliterator().characteristics(),
                Spliterators.emptyLongSpliterator().trySplit(), Spliterators.emptyDoubleSpliterator().estimateSize());
        PrimitiveIterator.OfInt intIterator = Spliterators.iterator(Arrays.spliterator(new int[] {4, 5, 6}));
        Outcome.show("iterators", intIterator.nextInt(), intIterator.next(), intIterator.hasNext());
        intIterator.forEachRemaining((IntConsumer) x -> Outcome.show("last", x));
        Outcome.run("end", intIterator::nextInt);
        PrimitiveIterator.OfLong longIterator = Spliterators.iterator(Arrays.spliterator(new long[] {1L << 40}));
        PrimitiveIterator.OfDouble doubleIterator = Spliterators.iterator(Arrays.spliterator(new double[] {2.25}));
        PrimitiveIterator<Integer, IntConsumer> general = intIterator;
        Outcome.show("others", longIterator.nextLong(), doubleIterator.nextDouble(), general.hasNext(), Spliterators.iterator(List.of("x").spliterator()).next());
        Outcome.run("bounds", () -> Spliterators.spliterator(new int[3], 2, 1, 0));
    }

    private static void own() {
        int[] next = {0};
        Spliterator<Integer> counting = new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.SIZED) {
            @Override
            public boolean tryAdvance(Consumer<? super Integer> action) {
                if (next[0] == 50) {
                    return false;
                }
                action.accept(next[0]++);
                return true;
            }
        };
        StringBuilder text = new StringBuilder();
        split(counting, text, 1);
        Outcome.show("own", text, counting.hasCharacteristics(Spliterator.SUBSIZED));
        Spliterator.OfInt ints = new Spliterators.AbstractIntSpliterator(3, 0) {
            private int left = 3;

            @Override
            public boolean tryAdvance(IntConsumer action) {
                if (left > 0) {
                    action.accept(left);
                }
                return left-- > 0;
            }
        };
        Spliterator.OfLong longs = new Spliterators.AbstractLongSpliterator(0, 0) {
            @Override
            public boolean tryAdvance(LongConsumer action) {
                return false;
            }
        };
        Spliterator.OfDouble doubles = new Spliterators.AbstractDoubleSpliterator(0, 0) {
            @Override
            public boolean tryAdvance(java.util.function.DoubleConsumer action) {
                return false;
            }
        };
        int[] sum = new int[1];
        Spliterator.OfInt part = ints.trySplit();
        part.forEachRemaining((IntConsumer) x -> sum[0] += x);
        Outcome.show("ints", sum, ints.trySplit(), longs.trySplit(), doubles.estimateSize(), Spliterators.spliterator(List.of(1, 2).iterator(), 2, 0).estimateSize(),
                Spliterators.spliteratorUnknownSize(List.of(1).iterator(), 0).trySplit().estimateSize());
    }
}
