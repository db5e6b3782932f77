package org.asterism.language.library.base;

import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.EventListener;
import java.util.EventObject;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Objects, classes, enums, records, references, and what is done with any of them. */
@Covers({Object.class, Class.class, Enum.class, Record.class, Cloneable.class, Iterable.class, System.class, Thread.class, Objects.class, Optional.class, OptionalInt.class,
    OptionalLong.class, Reference.class, ReferenceQueue.class, WeakReference.class, SoftReference.class, PhantomReference.class, EventObject.class, EventListener.class,
    Annotation.class, java.lang.invoke.SerializedLambda.class})
public final class Objectivity {
    private Objectivity() {}

    @Retention(RetentionPolicy.RUNTIME)
    private @interface Mark {
    }

    enum Shade {
        DARK, LIGHT {
            @Override
            int level() {
                return 9;
            }
        };

        int level() {
            return ordinal();
        }
    }

    record Pair<T extends Comparable<T>>(T left, T right) implements Comparable<Pair<T>>, Serializable {
        Pair {
            Objects.requireNonNull(left, "left");
        }

        @Override
        public int compareTo(Pair<T> other) {
            return left.compareTo(other.left);
        }
    }

    record Mixed(byte b, char c, long l, double d, float f, boolean z, int[] array) {
    }

    @Mark
    private static final class Sheep implements Cloneable {
        private int wool = 3;
        private final int[] legs = {1, 2, 3, 4};

        @Override
        public Sheep clone() throws CloneNotSupportedException {
            return (Sheep) super.clone();
        }
    }

    /** Runs. */
    public static void main(String[] arguments) throws CloneNotSupportedException {
        objects();
        classes();
        enums();
        records();
        helpers();
        optionals();
        references();
        machine();
    }

    private static void objects() throws CloneNotSupportedException {
        Object object = new Object();
        Outcome.show("object", object.equals(object), object.hashCode() == System.identityHashCode(object), object.toString().startsWith("java.lang.Object@"), System.identityHashCode(null));
        Sheep dolly = new Sheep();
        Sheep clone = dolly.clone();
        clone.wool = 5;
        clone.legs[0] = 7;
        Outcome.show("clone", dolly.wool, dolly.legs, clone.getClass() == dolly.getClass(), new int[][] {{1}, {2}}.clone()[1], "text".getClass());
        EventObject event = new EventObject("source");
        Outcome.show("event", event, event.getSource(), new EventListener() { } instanceof EventListener);
        Outcome.run("no source", () -> new EventObject(null));
        Iterable<String> iterable = () -> List.of("i", "j").iterator();
        StringBuilder seen = new StringBuilder();
        iterable.forEach(seen::append);
        for (String each : iterable) {
            seen.append(each);
        }
        iterable.spliterator().forEachRemaining(seen::append);
        Outcome.show("iterable", seen);
    }

    private static void classes() {
        for (Class<?> type : List.of(Object.class, int.class, void.class, int[].class, String[][].class, Shade.class, Pair.class, Runnable.class, Mark.class, Shade.LIGHT.getClass(), java.util.Map.Entry.class)) {
            Outcome.show("class", type, type.getName(), type.getSimpleName(), type.getTypeName(), type.getPackageName(), type.isInterface(), type.isArray(), type.isPrimitive(), type.isEnum(), type.isRecord(),
                    type.isHidden(), type.getSuperclass(), type.getComponentType(), type.componentType(), type.getInterfaces(), type.getModifiers(), type.desiredAssertionStatus());
        }
        Outcome.show("tests", Number.class.isAssignableFrom(Integer.class), Integer.class.isAssignableFrom(Number.class), int.class.isAssignableFrom(Integer.class), Object[].class.isAssignableFrom(String[].class),
                CharSequence.class.isInstance("x"), CharSequence.class.isInstance(null), Integer.class.cast(null), Integer.class.asSubclass(Number.class), String.class.hashCode() == String.class.hashCode());
        Outcome.print("cast", () -> Integer.class.cast("text"));
        Outcome.print("subclass", () -> String.class.asSubclass(Number.class));
        Outcome.show("names", Outcome.class.getCanonicalName(), int[].class.getCanonicalName(), Objectivity.class.getPackageName(), Annotation.class.isAssignableFrom(Mark.class));
        Supplier<Integer> serializable = (Supplier<Integer> & Serializable) () -> 42;
        Outcome.show("serialisable lambda", serializable.get(), serializable instanceof Serializable);
    }

    private static void enums() {
        for (Shade shade : Shade.values()) {
            Outcome.show("shade", shade, shade.name(), shade.ordinal(), shade.level(), shade.getDeclaringClass(), shade.compareTo(Shade.DARK), shade.equals(Shade.LIGHT), Shade.valueOf(shade.name()) == shade,
                    switch (shade) {
                        case DARK -> "d";
                        case LIGHT -> "l";
                    });
        }
        Outcome.print("valueOf", () -> Shade.valueOf("GREY"));
        Outcome.print("valueOf", () -> Enum.valueOf(Shade.class, null));
        Outcome.show("constants", Shade.class.getEnumConstants(), String.class.getEnumConstants(), Enum.valueOf(Shade.class, "DARK"));
    }

    private static void records() {
        Pair<String> pair = new Pair<>("a", null);
        Outcome.show("record", pair, pair.left(), pair.equals(new Pair<>("a", null)), pair.equals(new Pair<>("b", null)), pair.hashCode(), pair.compareTo(new Pair<>("c", "d")), new Pair<>(1, 2));
        Outcome.run("null", () -> new Pair<String>(null, ""));
        int[] array = {1};
        Mixed mixed = new Mixed((byte) -1, 'x', 1L << 40, 0.5, -0f, true, array);
        Outcome.show("mixed", mixed.equals(new Mixed((byte) -1, 'x', 1L << 40, 0.5, -0f, true, array)), mixed.equals(new Mixed((byte) -1, 'x', 1L << 40, 0.5, 0f, true, array)), mixed.d(), mixed.toString().startsWith("Mixed[b=-1, c=x"));
    }

    private static void helpers() {
        Outcome.show("objects", Objects.equals(null, null), Objects.equals("a", "b"), Objects.deepEquals(new int[][] {{1}}, new int[][] {{1}}), Objects.hash(1, "b", null), Objects.hashCode(null),
                Objects.toString(null), Objects.toString(null, "default"), Objects.compare("a", "b", String::compareTo), Objects.isNull(1), Objects.nonNull(1), Objects.requireNonNullElse(null, 3),
                Objects.requireNonNullElseGet(null, () -> 4), Objects.checkIndex(2, 3), Objects.checkFromToIndex(1, 2, 3), Objects.checkFromIndexSize(1, 2, 3), Objects.checkIndex(5L, 6L));
        Outcome.print("requireNonNull", () -> Objects.requireNonNull(null));
        Outcome.print("requireNonNull", () -> Objects.requireNonNull(null, "with a message"));
        Outcome.print("requireNonNull", () -> Objects.requireNonNull(null, () -> "supplied"));
        Outcome.print("both null", () -> Objects.requireNonNullElse(null, null));
        Outcome.print("index", () -> Objects.checkIndex(3, 3));
        Outcome.print("index", () -> Objects.checkIndex(-1L, 3L));
        Outcome.print("range", () -> Objects.checkFromToIndex(2, 1, 3));
        Outcome.print("size", () -> Objects.checkFromIndexSize(2, 2, 3));
    }

    private static void optionals() {
        Optional<String> some = Optional.of("some");
        Optional<String> none = Optional.ofNullable(null);
        for (Optional<String> optional : List.of(some, none)) {
            Outcome.show("optional", optional, optional.isPresent(), optional.isEmpty(), optional.map(String::length), optional.filter(x -> x.startsWith("s")), optional.flatMap(x -> Optional.of(1)), optional.or(() -> Optional.of("or")),
                    optional.orElse("else"), optional.orElseGet(() -> "get"), optional.hashCode(), optional.equals(Optional.of("some")));
            Outcome.print("get", optional::get);
            Outcome.print("orElseThrow", optional::orElseThrow);
            Outcome.print("orElseThrow", () -> optional.orElseThrow(() -> new IllegalStateException("none")));
            optional.ifPresentOrElse(x -> Outcome.show("present", x), () -> Outcome.show("absent"));
        }
        Outcome.run("of null", () -> Optional.of(null));
        Outcome.run("map null", () -> some.map(null));
        Outcome.show("ints", OptionalInt.of(3), OptionalInt.empty(), OptionalInt.of(3).equals(OptionalInt.of(3)), OptionalInt.empty().orElse(4), OptionalInt.of(5).orElseGet(() -> 6), OptionalInt.of(7).hashCode(),
                OptionalInt.of(8).getAsInt(), OptionalInt.empty().isEmpty(), OptionalLong.of(1L << 40), OptionalLong.empty(), OptionalLong.of(3).orElse(4), OptionalLong.of(9).isPresent());
        Outcome.print("int", () -> OptionalInt.empty().getAsInt());
        Outcome.print("long", () -> OptionalLong.empty().orElseThrow());
        Outcome.show("none", new NoSuchElementException("n"), new NoSuchElementException("n", new Error()).getCause());
    }

    private static void references() {
        Object kept = new Object();
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        WeakReference<Object> weak = new WeakReference<>(kept, queue);
        SoftReference<Object> soft = new SoftReference<>(kept);
        PhantomReference<Object> phantom = new PhantomReference<>(kept, queue);
        Reference<Object> reference = weak;
        Outcome.show("references", weak.get() == kept, soft.get() == kept, phantom.get(), weak.refersTo(kept), phantom.refersTo(kept), queue.poll());
        reference.clear();
        Outcome.show("cleared", weak.get(), weak.refersTo(null), phantom.enqueue(), queue.poll() == phantom, phantom.enqueue());
        Outcome.run("clone", () -> {
            Reference.reachabilityFence(kept);
            weak.enqueue();
        });
    }

    private static void machine() {
        long before = System.nanoTime();
        Thread.onSpinWait();
        int[] overlapping = {1, 2, 3, 4, 5};
        System.arraycopy(overlapping, 0, overlapping, 1, 4);
        Outcome.show("machine", System.nanoTime() >= before, overlapping, System.lineSeparator().equals("\n"), System.identityHashCode("a") == System.identityHashCode("a"));
        Outcome.run("kinds", () -> System.arraycopy(new int[2], 0, new long[2], 0, 1));
        Outcome.run("no array", () -> System.arraycopy("text", 0, new int[1], 0, 1));
        Outcome.run("bounds", () -> System.arraycopy(new int[2], 1, new int[2], 0, 2));
        Outcome.run("negative", () -> System.arraycopy(new Object[2], -1, new Object[2], 0, 1));
        Outcome.run("store", () -> System.arraycopy(new Object[] {"a", 1}, 0, new String[2], 0, 2));
    }
}
