package org.asterism.aot.flow;

import java.util.Objects;
import org.asterism.aot.world.JavaClass;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * What is known of a local or stack slot. Two slots that share one instance hold the same run-time value. Immutable.
 */
public final class Value {
    /** The constant of a slot that holds {@code null}. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private final char kind;
    private final JavaClass type;
    private final boolean exact;
    private final boolean nonNull;
    private final Object constant;
    private final AbstractInsnNode producer;
    /** A set of the bits below. */
    private final int range;

    /** An {@code int} that is at least 0. */
    static final int NON_NEGATIVE = 1;
    /** An {@code int} that is at least 1. */
    static final int POSITIVE = 2;
    /** An {@code int} that is less than the greatest. */
    static final int INCREMENTABLE = 4;

    private Value(char kind, JavaClass type, boolean exact, boolean nonNull, Object constant, AbstractInsnNode producer, int range) {
        this.kind = kind;
        this.type = type;
        this.exact = exact;
        this.nonNull = nonNull;
        this.constant = constant;
        this.producer = producer;
        this.range = range | (constant instanceof Integer number ? rangeOf(number) : 0);
    }

    private Value(char kind, JavaClass type, boolean exact, boolean nonNull, Object constant, AbstractInsnNode producer) {
        this(kind, type, exact, nonNull, constant, producer, 0);
    }

    private static int rangeOf(int number) {
        return (number >= 0 ? NON_NEGATIVE : 0) | (number > 0 ? POSITIVE : 0) | (number < Integer.MAX_VALUE ? INCREMENTABLE : 0);
    }

    /** An unknown {@code int} of a range. */
    static Value ranged(int range, AbstractInsnNode producer) {
        return new Value('i', null, false, false, null, producer, range);
    }

    /** An unknown primitive of kind {@code i j f d}. */
    static Value primitive(char kind, AbstractInsnNode producer) {
        return new Value(kind, null, false, false, null, producer);
    }

    /** A known primitive. */
    static Value constant(char kind, Object constant, AbstractInsnNode producer) {
        return new Value(kind, null, false, false, constant, producer);
    }

    /** A reference of at least a verified type, which may be null. */
    static Value reference(JavaClass type, AbstractInsnNode producer) {
        return new Value('a', type, false, false, null, producer);
    }

    /** A reference that is never null. */
    static Value object(JavaClass type, boolean exact, Object constant, AbstractInsnNode producer) {
        return new Value('a', type, exact, true, constant, producer);
    }

    /** The null reference. */
    static Value nullReference(JavaClass object, AbstractInsnNode producer) {
        return new Value('a', object, false, false, NULL, producer);
    }

    /** One of {@code i j f d a}: int and smaller, long, float, double, reference. */
    public char kind() {
        return kind;
    }

    /** Whether it takes two JVM slots. */
    public boolean isWide() {
        return kind == 'j' || kind == 'd';
    }

    /** A class that the reference is known to be an instance of (if not null), never just by an unchecked interface claim. */
    public JavaClass type() {
        return type;
    }

    /** Whether the class of the object is exactly {@link #type()}. */
    public boolean isExact() {
        return exact;
    }

    /** Whether the reference cannot be null. */
    public boolean isNonNull() {
        return nonNull;
    }

    /** Whether the reference is null. */
    public boolean isNull() {
        return constant == NULL;
    }

    /** An {@code Integer}, {@code Long}, {@code String}, {@link JavaClass} (a class literal) or {@link #NULL}; null if unknown. */
    public Object constant() {
        return constant;
    }

    /** The only instruction that can have made the value, or null. */
    public AbstractInsnNode producer() {
        return producer;
    }

    boolean isNonNegative() {
        return (range & NON_NEGATIVE) != 0;
    }

    boolean isPositive() {
        return (range & POSITIVE) != 0;
    }

    boolean isIncrementable() {
        return (range & INCREMENTABLE) != 0;
    }

    /** The same value, known to be in a range too. */
    Value within(int more) {
        return (range | more) == range ? this : new Value(kind, type, exact, nonNull, constant, producer, range | more);
    }

    Value asNonNull() {
        return nonNull || constant == NULL ? this : new Value(kind, type, exact, true, constant, producer);
    }

    Value asInstanceOf(JavaClass other) {
        return constant == NULL || type.isSubtypeOf(other) ? this
                : new Value(kind, other, false, nonNull, constant, producer);
    }

    Value copy() {
        return new Value(kind, type, exact, nonNull, constant, producer, range);
    }

    boolean sameContent(Value other) {
        return other != null && kind == other.kind && type == other.type && exact == other.exact && nonNull == other.nonNull
                && Objects.equals(constant, other.constant) && producer == other.producer && range == other.range;
    }

    /** What is known of a slot that holds either value; null if the kinds differ. */
    static Value merge(Value one, Value other) {
        if (one == null || other == null || one.kind != other.kind) {
            return null;
        }
        AbstractInsnNode producer = one.producer == other.producer ? one.producer : null;
        Object constant = Objects.equals(one.constant, other.constant) ? one.constant : null;
        if (one.kind != 'a') {
            return new Value(one.kind, null, false, false, constant, producer, one.range & other.range);
        }
        boolean nonNull = one.nonNull && other.nonNull;
        if (one.isNull()) {
            return new Value('a', other.type, other.exact, nonNull, constant, producer);
        }
        if (other.isNull()) {
            return new Value('a', one.type, one.exact, nonNull, constant, producer);
        }
        boolean exact = one.exact && other.exact && one.type == other.type;
        return new Value('a', common(one.type, other.type), exact, nonNull, constant, producer);
    }

    private static JavaClass common(JavaClass one, JavaClass other) {
        if (one.isSubtypeOf(other)) {
            return other;
        }
        JavaClass candidate = one;
        while (!other.isSubtypeOf(candidate)) {
            candidate = candidate.superclass();
        }
        return candidate;
    }

    @Override
    public String toString() {
        return kind + (type == null ? "" : ":" + type) + (exact ? "!" : "") + (nonNull ? "+" : "")
                + (constant == null ? "" : "=" + constant);
    }
}
