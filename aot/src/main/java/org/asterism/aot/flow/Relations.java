package org.asterism.aot.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.asterism.aot.world.JavaField;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * What is known of pairs of values in one frame: which number is the length of which array, which number is at most, or
 * less than, the length of which array, and which value was already loaded from a final field. Values are told apart by identity. Where control flow
 * joins, only what holds on every path between values that the frame still names remains.
 */
final class Relations {
    private enum Kind { LENGTH, AT_MOST_LENGTH, BELOW_LENGTH, LOADED }

    /**
     * One fact.
     *
     * @param subject the number, or the object with the field
     * @param object the array, or the value of the field
     * @param field the field of a {@code LOADED} fact
     * @param origin the instruction that loaded the field
     */
    private record Fact(Kind kind, Value subject, Value object, JavaField field, AbstractInsnNode origin) {
        boolean isAlike(Fact other) {
            return kind == other.kind && field == other.field && origin == other.origin;
        }
    }

    /** A value loaded before from a final field, and the instruction that did. */
    record Loaded(Value value, AbstractInsnNode origin) {
    }

    /** So many are kept; the oldest go first. Methods that are written by people know fewer, and each join compares all with all. */
    private static final int MOST_FACTS = 100;

    private List<Fact> facts = List.of();

    Relations() {
    }

    Relations(Relations other) {
        facts = other.facts;
    }

    private void add(Fact fact) {
        List<Fact> more = new ArrayList<>(facts.size() < MOST_FACTS ? facts : facts.subList(1, facts.size()));
        more.add(fact);
        facts = more;
    }

    void length(Value number, Value array) {
        add(new Fact(Kind.LENGTH, number, array, null, null));
    }

    void belowLength(Value number, Value array) {
        if (!isBelowLength(number, array)) {
            add(new Fact(Kind.BELOW_LENGTH, number, array, null, null));
        }
    }

    private void atMostLength(Value number, Value array) {
        Fact fact = new Fact(Kind.AT_MOST_LENGTH, number, array, null, null);
        if (!holds(fact, number, array)) {
            add(fact);
        }
    }

    void loaded(Value object, JavaField field, Value value, AbstractInsnNode origin) {
        add(new Fact(Kind.LOADED, object, value, field, origin));
    }

    boolean isBelowLength(Value number, Value array) {
        return facts.stream().anyMatch(fact -> fact.kind == Kind.BELOW_LENGTH && fact.subject == number && fact.object == array);
    }

    /** What was loaded from a final field of an object, or null. */
    Loaded loaded(Value object, JavaField field) {
        for (Fact fact : facts) {
            if (fact.kind == Kind.LOADED && fact.subject == object && fact.field == field) {
                return new Loaded(fact.object, fact.origin);
            }
        }
        return null;
    }

    /** A number is less than another: then also than the length that bounds the other. */
    void less(Value smaller, Value greater) {
        for (Fact fact : facts) {
            if (fact.subject == greater && fact.kind != Kind.LOADED) {
                belowLength(smaller, fact.object);
            }
        }
    }

    /** A number is at most another. */
    void atMost(Value smaller, Value greater) {
        for (Fact fact : facts) {
            if (fact.subject == greater && fact.kind == Kind.BELOW_LENGTH) {
                belowLength(smaller, fact.object);
            } else if (fact.subject == greater && fact.kind != Kind.LOADED) {
                atMostLength(smaller, fact.object);
            }
        }
    }

    /** Whether both know the same because they are copies of each other. */
    boolean shares(Relations other) {
        return facts == other.facts;
    }

    void rename(Value from, Value to) {
        if (facts.stream().anyMatch(fact -> fact.subject == from || fact.object == from)) {
            facts = facts.stream().map(fact -> new Fact(fact.kind, fact.subject == from ? to : fact.subject,
                    fact.object == from ? to : fact.object, fact.field, fact.origin)).toList();
        }
    }

    /**
     * Keeps what another frame knows too.
     *
     * @param joined the values of loaded fields, joined as slots are: each value of this frame and its counterpart
     * @param partner the counterpart, in the other frame, of a value of this one; null if it has none
     * @param result the value of the joined frame for one of this one
     * @return whether something was lost or renamed
     */
    boolean merge(Relations other, UnaryOperator<Value> partner, UnaryOperator<Value> result, Joining joined) {
        if (facts.isEmpty()) {
            return false;
        }
        List<Fact> kept = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.kind == Kind.LOADED) {
                Fact theirs = other.counterpart(fact, partner.apply(fact.subject));
                Value subject = result.apply(fact.subject);
                Value value = theirs == null || subject == null ? null : joined.join(fact.object, theirs.object);
                if (value != null) {
                    kept.add(new Fact(fact.kind, subject, value, fact.field, fact.origin));
                }
            }
        }
        for (Fact fact : facts) {
            Value subject = result.apply(fact.subject);
            Value object = result.apply(fact.object);
            if (fact.kind != Kind.LOADED && subject != null && object != null
                    && other.holds(fact, partner.apply(fact.subject), partner.apply(fact.object))) {
                kept.add(new Fact(fact.kind, subject, object, null, null));
            }
        }
        if (kept.size() == facts.size() && same(kept)) {
            return false;
        }
        facts = kept;
        return true;
    }

    /** Joins two values as the slots of two frames are joined. */
    interface Joining {
        Value join(Value mine, Value theirs);
    }

    private Fact counterpart(Fact fact, Value subject) {
        return facts.stream().filter(each -> each.isAlike(fact) && each.subject == subject).findFirst().orElse(null);
    }

    private boolean holds(Fact fact, Value subject, Value object) {
        return facts.stream().anyMatch(each -> each.kind == fact.kind && each.subject == subject && each.object == object);
    }

    private boolean same(List<Fact> others) {
        for (Fact fact : facts) {
            if (others.stream().noneMatch(other -> other.isAlike(fact) && other.subject == fact.subject && other.object == fact.object)) {
                return false;
            }
        }
        return true;
    }
}
